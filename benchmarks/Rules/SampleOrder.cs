using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using RulesEngine.Models;

namespace PagoConsole.Benchmarks.Rules;

/// <summary>One order as both engines see it: the same values, the same thresholds.</summary>
internal static class SampleOrder
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    private static readonly OrderContent Content = new()
    {
        OrderId = "B-1",
        Amount = Money.Of(1299.90m, Currency.Pen),
        ReturnUrl = "https://shop.example/thanks",
        Account = new OrderAccount("u-1", Now.AddDays(-300), "ana@example.pe", "+51987654321", "DNI", "45678912", "Ana Quispe"),
        Ip = "190.235.12.7",
        Device = new OrderDevice("fp-1", null),
        ShippingAddress = new OrderAddress("Av. Arequipa 1234", null, "Lince", "Lima", "Lima", "PE", null),
        Items = [new OrderItem("TV-55", "TV", "electronics", 1, 129990)],
    };

    /// <summary>The values as RulesEngine's expressions read them.</summary>
    public static Values Flat { get; } = new(1299.90m, "PEN", 300, 25_920_000, 3, 2, 4, 2, 1, true, "PE", 1, 0, "electronics");

    /// <summary>The twelve rules as expressions.</summary>
    public static Workflow Workflow { get; } = new()
    {
        WorkflowName = "orders",
        Rules =
        [
            Rule("payment-limit", "o.Amount > 5000 && o.Currency == \"PEN\" || o.Amount > 1300 && o.Currency == \"USD\""),
            Rule("new-account-high-value", "o.Amount >= 800 && o.AccountDays < 7"),
            Rule("account-just-created", "o.AccountSeconds <= 60"),
            Rule("ip-velocity", "o.OrdersFromIp > 5"),
            Rule("ip-many-accounts", "o.AccountsOnIp >= 3"),
            Rule("daily-order-limit", "o.OrdersToday > 10"),
            Rule("device-many-accounts", "o.AccountsOnDevice >= 3"),
            Rule("device-binding", "o.BoundDevices > 0 && o.OnBoundDevice == false"),
            Rule("geo-mismatch", "o.Country != \"PE\""),
            Rule("linked-accounts", "o.Linked >= 2"),
            Rule("aml-structuring", "o.InBand >= 3"),
            Rule("category-risk", "o.Category == \"electronics\" || o.Category == \"appliances\" || o.Category == \"fashion-luxury\""),
        ],
    };

    /// <summary>The same values as facts of ours.</summary>
    public static OrderFacts Facts(FactPlan plan)
    {
        object[] answers = [.. plan.Questions.Select(question => question switch
        {
            OrdersSharing => (object)3L,
            AccountsSharing { Kind: IdentifierKind.Ip } => 2L,
            AccountsSharing => 2L,
            OrdersInDay => 4L,
            DevicesOfAccount => new BoundDevices(1, true),
            LinkedAccountCount => 1L,
            OrdersInBand => 0L,
            _ => throw new InvalidOperationException($"No value for {question.Key}."),
        })];
        return new OrderFacts(OrderSubject.Of(Content, Now, Now), new OutsideFacts("PE", null), answers);
    }

    private static Rule Rule(string name, string expression) => new() { RuleName = name, Expression = expression };

    /// <summary>What RulesEngine's expressions read.</summary>
    public sealed record Values(
        decimal Amount, string Currency, double AccountDays, double AccountSeconds, int OrdersFromIp, int AccountsOnIp, int OrdersToday, int AccountsOnDevice,
        int BoundDevices, bool OnBoundDevice, string Country, int Linked, int InBand, string Category);
}
