using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class NewAccountHighValueTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Ms = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData(799.99, Quiet)]
    [InlineData(800, Hit)]
    [InlineData(800.01, Hit)]
    public async Task The_amount_counts_from_eight_hundred_soles_on(decimal amount, RuleResult result) =>
        Assert.Equal(result, (await JudgeAsync(amount, "PEN", TimeSpan.FromDays(1))).Result);

    [Theory]
    [InlineData(213.33, Quiet)] // 799.99 PEN at 3.75
    [InlineData(213.34, Hit)] // 800.03 PEN
    public async Task Dollars_are_converted_at_the_dated_rate(decimal amount, RuleResult result) =>
        Assert.Equal(result, (await JudgeAsync(amount, "USD", TimeSpan.FromDays(1))).Result);

    [Fact]
    public async Task Another_rate_gives_another_answer()
    {
        var order = Young(OneOrder.Bare(213.33m, "USD"), TimeSpan.FromDays(1));
        var rates = new RiskRates(3.76m, new DateOnly(2026, 11, 20));

        Assert.Equal(Hit, (await OneOrder.JudgeAsync(OneOrder.Default("new-account-high-value"), order, rates: rates)).Result);
    }

    [Fact]
    public async Task An_account_of_exactly_seven_days_is_no_longer_new()
    {
        Assert.Equal(Hit, (await JudgeAsync(900m, "PEN", Week - Ms)).Result);
        Assert.Equal(Quiet, (await JudgeAsync(900m, "PEN", Week)).Result);
        Assert.Equal(Quiet, (await JudgeAsync(900m, "PEN", Week + Ms)).Result);
    }

    [Fact]
    public async Task An_account_opened_later_than_the_order_is_new() =>
        Assert.Equal(Hit, (await JudgeAsync(900m, "PEN", -Week)).Result);

    [Fact]
    public async Task What_it_saw_never_contradicts_what_it_says() =>
        (await JudgeAsync(900m, "PEN", Week - Ms)).Saw(
            Hit, "900.00 PEN, account 6.9 days old", "from 800.00 PEN, account under 7 days", "900.00 PEN", "6.9", "800.00 PEN", "7");

    [Theory]
    [InlineData(2000, 29.99, Hit)]
    [InlineData(2000, 30, Quiet)]
    [InlineData(1999.99, 29.99, Quiet)]
    public async Task Amount_and_age_are_settings(decimal amount, double days, RuleResult result)
    {
        var entry = RuleEntry.Of("new-account-high-value", RuleAction.Reject, new NewAccountHighValueSettings { FromPen = 2000m, YoungerThanDays = 30 });

        Assert.Equal(result, (await OneOrder.JudgeAsync(entry, Young(OneOrder.Bare(amount), TimeSpan.FromDays(days)))).Result);
    }

    private static Task<AssessedRule> JudgeAsync(decimal amount, string currency, TimeSpan age) =>
        OneOrder.JudgeAsync(OneOrder.Default("new-account-high-value"), Young(OneOrder.Bare(amount, currency), age));

    private static OrderContent Young(OrderContent order, TimeSpan age) =>
        order with { Account = order.Account with { CreatedAt = OneOrder.Noon - age } };
}
