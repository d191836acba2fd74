using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Orders.OrderStatus;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public abstract class RefundRateTests(StorageProvider provider) : RiskPath(provider)
{
    [Theory]
    [InlineData(2, 3, Hit)] // 40 % of 5
    [InlineData(1, 4, Quiet)] // 20 % of 5
    [InlineData(4, 0, Quiet)] // 4 are too few
    [InlineData(3, 7, Hit)] // 30 % of 10
    [InlineData(3, 8, Quiet)] // 27 % of 11
    public async Task From_thirty_percent_of_at_least_five_paid_orders_on_it_fires(int refunded, int kept, RuleResult result)
    {
        await UseAsync(Default("refund-rate"));
        await OrdersAsync(() => NewOrder().Of("u"), refunded, kept);

        var found = await JudgeAsync(NewOrder().Of("u"));

        found.Saw(
            result, $"{refunded} of {refunded + kept} paid orders of the account refunded", "30 % of at least 5",
            $"{refunded}", $"{refunded + kept}", "Account", "30", "5");
        Assert.Equal((RuleAction.Score, 20), (found.Action, found.Score));
    }

    [Fact]
    public async Task A_sellers_refunds_count_for_whoever_buys_there()
    {
        await UseAsync(Default("refund-rate"));
        await OrdersAsync(() => NewOrder().SoldBy("s-1"), 2, 3);

        (await JudgeAsync(NewOrder().SoldBy("s-1"))).Saw(
            Hit, "2 of 5 paid orders of the seller refunded", "30 % of at least 5", "2", "5", "Seller", "30", "5");
        Assert.Equal(Quiet, await ResultAsync(NewOrder().SoldBy("s-2")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder()));
    }

    [Fact]
    public async Task Unpaid_orders_and_refunds_under_way_do_not_count()
    {
        await UseAsync(Default("refund-rate"));
        await OrdersAsync(() => NewOrder().Of("u"), 1, 3);
        await EndAsync(NewOrder().Of("u"), Expired);
        Assert.Equal("4", (await JudgeAsync(NewOrder().Of("u"))).Args[1]);

        await EndAsync(NewOrder().Of("u"), Paid, RefundRequested);

        Assert.Equal(["1", "5"], (await JudgeAsync(NewOrder().Of("u"))).Args.Take(2));
    }

    [Fact]
    public async Task Share_and_number_are_settings()
    {
        await UseAsync(RuleEntry.Of("refund-rate", RuleAction.Score, new RefundRateSettings { Percent = 100, AtLeast = 1 }, 1));
        await OrdersAsync(() => NewOrder().Of("u"), 1, 0);
        await OrdersAsync(() => NewOrder().Of("v"), 9, 1);

        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("u")));
        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("v")));
    }

    [Fact]
    public async Task A_refund_of_an_order_older_than_a_year_is_forgotten()
    {
        await UseAsync(RuleEntry.Of("refund-rate", RuleAction.Score, new RefundRateSettings { AtLeast = 1 }, 20));
        await EndAsync(NewOrder().Of("old").At(Now.AddDays(-365)), Paid, Refunded);
        await EndAsync(NewOrder().Of("new").At(Now.AddDays(-365).AddMilliseconds(1)), Paid, Refunded);

        Assert.Equal(Quiet, await ResultAsync(NewOrder().Of("old")));
        Assert.Equal(Hit, await ResultAsync(NewOrder().Of("new")));
    }

    private async Task OrdersAsync(Func<OrderContent> order, int refunded, int kept)
    {
        for (var i = 0; i < refunded; i++) await EndAsync(order(), Paid, Refunded);
        for (var i = 0; i < kept; i++) await EndAsync(order(), Paid);
    }
}

public sealed class RefundRateTestsOnSqlite() : RefundRateTests(StorageProvider.Sqlite);

public sealed class RefundRateTestsOnPostgres() : RefundRateTests(StorageProvider.Postgres);
