using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Tests.Risk.Rules;

namespace PagoConsole.Tests.Risk;

/// <summary>An order for which six rules fire whatever they ask for, one that is about money laundering, and the lists where it stands on some.</summary>
internal static class FiringRules
{
    public static readonly string[] Names =
        ["payment-limit", "new-account-high-value", "account-just-created", "restricted-category", "category-risk", "contact-integrity"];

    private static readonly OrderContent Order = OneOrder.Bare(9000m) with
    {
        Account = new OrderAccount("u-1", OneOrder.Noon, null, "12", "DNI", "1", null),
        Items = [new OrderItem(null, null, "crypto", 1, null), new OrderItem(null, null, "electronics", 1, null)],
    };

    /// <summary>A rule that fires, with another action than usual.</summary>
    public static RuleEntry Fires(string rule, RuleAction action, int score = 0, RuleMode mode = RuleMode.Enforce, int? minutes = null) =>
        OneOrder.Default(rule) with { Action = action, Score = score, Mode = mode, VoucherMinutes = minutes };

    /// <summary>A rule that does not.</summary>
    public static RuleEntry Quiet(RuleAction action, int score = 0, int? minutes = null) =>
        OneOrder.Default("geo-mismatch") with { Action = action, Score = score, VoucherMinutes = minutes };

    /// <summary>Assesses the order; it stands on the lists named.</summary>
    public static AssessmentResult Assess(IEnumerable<RuleEntry> entries, params ListEffect[] listed)
    {
        var (rules, facts) = Read(entries, listed);
        return rules.Assess(facts);
    }

    public static RiskVerdict Decide(IEnumerable<RuleEntry> entries, params ListEffect[] listed)
    {
        var (rules, facts) = Read(entries, listed);
        return rules.Decide(facts);
    }

    private static (BoundRules Rules, OrderFacts Facts) Read(IEnumerable<RuleEntry> entries, ListEffect[] listed)
    {
        var rules = OneOrder.Book.Bind(new RuleSet(50, RuleSet.Default.Rates, [.. entries]));
        var order = OrderSubject.Of(Order, OneOrder.Noon, OneOrder.Noon);
        var facts = rules.Plan.CollectAsync(new OnlyLists(listed), order, OutsideFacts.None, CancellationToken.None);
        Assert.True(facts.IsCompletedSuccessfully);
        return (rules, facts.Result);
    }

    /// <summary>A history in which nothing else ever happened.</summary>
    private sealed class OnlyLists(ListEffect[] listed) : IHistory
    {
        public ValueTask<long> OrdersAsync(IdentifierKind kind, OrderSubject order, Span span, int atMost, CancellationToken ct) => new(0);

        public ValueTask<long> OrdersOfEverybodyAsync(OrderSubject order, Span span, int atMost, CancellationToken ct) => new(0);

        public ValueTask AccountsAsync(IdentifierKind kind, byte[] key, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) => default;

        public ValueTask LoginAccountsAsync(string device, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) => default;

        public ValueTask<IReadOnlyList<IdentifierKey>> LinksOfAsync(string accountId, OrderSubject order, Span span, CancellationToken ct) => new([]);

        // The last orders of the document: enough to be about money laundering.
        public ValueTask<IReadOnlyList<PastOrder>> PastAsync(IdentifierKind kind, OrderSubject order, Span span, int last, CancellationToken ct) =>
            new([new PastOrder("T-0", Money.Of(50_000m, Currency.Usd), order.PlacedAt, null, null, null, null, null)]);

        public ValueTask<IReadOnlyDictionary<IdentifierKey, DateTimeOffset>> UnbindingsAsync(OrderSubject order, CancellationToken ct) =>
            new(new Dictionary<IdentifierKey, DateTimeOffset>());

        public ValueTask<IReadOnlyList<SeenLogin>> LoginsAsync(OrderSubject order, Span span, CancellationToken ct) => new([]);

        public ValueTask<IReadOnlyList<ListedMatch>> ListsAsync(OrderSubject order, CancellationToken ct) =>
            new([.. listed.Select((effect, i) => new ListedMatch($"e-{i}", effect, ListedKind.Account))]);
    }
}
