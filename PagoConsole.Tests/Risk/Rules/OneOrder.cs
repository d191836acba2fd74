using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Tests.Risk.Rules;

/// <summary>A rule that asks nothing of history, held against one order.</summary>
internal static class OneOrder
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    public static RuleBook Book { get; } = new ServiceCollection().AddRisk().BuildServiceProvider().GetRequiredService<RuleBook>();

    /// <summary>An order that tells only what it must.</summary>
    public static OrderContent Bare(decimal amount = 100m, string currency = "PEN") => new()
    {
        OrderId = "T-1",
        Amount = Money.Of(amount, new Currency(currency)),
        PlacedAt = Noon,
        ReturnUrl = "https://shop.example/thanks",
        Account = new OrderAccount("u-1", Noon.AddYears(-1), null, null, null, null, null),
        Ip = "190.235.12.7",
    };

    /// <summary>The entry of the default rule set.</summary>
    public static RuleEntry Default(string rule, int tier = 0) => RuleSet.Default.Rules.Where(e => e.Rule == rule).ElementAt(tier);

    public static async Task<AssessedRule> JudgeAsync(RuleEntry entry, OrderContent order, OutsideFacts? outside = null, RiskRates? rates = null)
    {
        var rules = Book.Bind(new RuleSet(50, rates ?? RuleSet.Default.Rates, [entry]));
        Assert.Empty(rules.Plan.Questions);
        var facts = await rules.Plan.CollectAsync(null!, OrderSubject.Of(order, order.PlacedAt ?? Noon, Noon), outside ?? OutsideFacts.None, CancellationToken.None);
        return Assert.Single(rules.Assess(facts).Rules);
    }

    public static AssessedRule Saw(this AssessedRule rule, RuleResult result, string observed, string threshold, params string[] args)
    {
        Assert.Equal((result, observed, threshold), (rule.Result, rule.Observed, rule.Threshold));
        Assert.Equal(args, rule.Args);
        return rule;
    }
}
