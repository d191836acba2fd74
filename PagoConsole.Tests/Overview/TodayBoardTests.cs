using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Overview;

public sealed class TodayBoardTestsOnSqlite() : TodayBoardTests(StorageProvider.Sqlite);

public sealed class TodayBoardTestsOnPostgres() : TodayBoardTests(StorageProvider.Postgres);

/// <summary>Today beside the same hours of other days.</summary>
public abstract class TodayBoardTests(StorageProvider provider) : OverviewDesk(provider)
{
    [Fact]
    public async Task Nothing_has_happened_yet()
    {
        var view = await TodayAsync(Finance);

        Assert.True(view.IsEmpty);
        Assert.Equal((0, null), (view.Orders.SoFar, view.Orders.Usual));
    }

    [Fact]
    public async Task It_counts_today_at_once_and_compares_with_the_same_weekday_until_now()
    {
        await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromHours(12)); // to midnight, when the first of four Mondays begins
        foreach (var times in new[] { 1, 2, 4, 3 })
        {
            for (var i = 0; i < times; i++) await PlaceAsync(NewOrder());
            Time.Advance(TimeSpan.FromHours(13));
            await PlaceAsync(NewOrder()); // after noon, which does not count yet today
            Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(13));
        }

        Time.Advance(TimeSpan.FromHours(12));
        for (var i = 0; i < 5; i++) await PlaceAsync(NewOrder());
        await CountAsync();
        await PlaceAsync(NewOrder());

        var orders = (await TodayAsync(Ana)).Orders;

        Assert.Equal((6, new Usual(4, 2.5, 1, 4)), (orders.SoFar, orders.Usual));
        Assert.True(orders.IsUnusual);
        Assert.Equal((6, 1.0), (orders.Today.Hours[12], orders.UsualHours[13].Median));
    }

    [Fact]
    public async Task Soles_are_for_who_sees_money_and_cases_for_who_sees_them()
    {
        await PaidAsync(120m);
        await PaidAsync(80m, "USD");
        await PlaceAsync(NewOrder(1200m, accountDays: 2));

        var finance = await TodayAsync(Finance);
        Assert.Equal((2, 12_000, null), (finance.Paid.SoFar, finance.Soles!.SoFar, finance.InReview));
        Assert.Equal(Money.Of(80m, Currency.Usd), Assert.Single(finance.OtherMoney));
        Assert.NotNull(finance.MoneyCases);

        var analyst = await TodayAsync(Ana);
        Assert.Equal((2, null, null), (analyst.Paid.SoFar, analyst.Soles, analyst.MoneyCases));
        Assert.Empty(analyst.OtherMoney);
        Assert.Equal((1, Time.GetUtcNow()), (analyst.InReview!.Count, analyst.InReview.Oldest!.Value));

        var auditor = await TodayAsync(Auditor);
        Assert.Equal((12_000, 1), (auditor.Soles!.SoFar, auditor.InReview!.Count));
    }

    [Fact]
    public async Task Refused_deliveries_are_all_those_that_the_door_turned_away()
    {
        for (var i = 0; i < 30; i++) // more than are kept to look at
            await Get<WebhookDoor>().ReceiveAsync(new Knock(System.Net.IPAddress.Loopback, "{}"u8.ToArray(), false, "wrong", "{}"));
        await SettleDownAsync();

        Assert.Equal(30, (await TodayAsync(Ana)).Refused!.SoFar);
        Time.Advance(TimeSpan.FromHours(12)); // midnight in Lima
        Assert.Equal(0, (await TodayAsync(Ana)).Refused!.SoFar);
    }

    [Fact]
    public async Task The_rows_behind_a_figure_are_as_many_as_it_says()
    {
        var paid = new List<string>();
        for (var i = 0; i < 3; i++) paid.Add(await PaidAsync());
        Time.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 55; i++) await SayAsync(paid[i % 3], OrderEvents.Paid);

        var first = (await Get<Happenings>().TodayAsync(Happening.Paid, null, Auditor, Ct)).Value;
        var second = (await Get<Happenings>().TodayAsync(Happening.Paid, first.Next, Auditor, Ct)).Value;

        Assert.Equal((55, 50, 5, null), ((await TodayAsync(Auditor)).Paid.SoFar, first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Empty((await Get<Happenings>().TodayAsync(Happening.Expired, null, Auditor, Ct)).Value.Rows);
    }

    private async Task<TodayView> TodayAsync(Actor viewer) => (await Get<TodayBoard>().ReadAsync(viewer, Ct)).Value;
}
