using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview.Needs;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Overview;

public sealed class NeedListTestsOnSqlite() : NeedListTests(StorageProvider.Sqlite);

public sealed class NeedListTestsOnPostgres() : NeedListTests(StorageProvider.Postgres);

/// <summary>What needs someone, for whom, and what comes first.</summary>
public abstract class NeedListTests(StorageProvider provider) : OverviewDesk(provider)
{
    [Fact]
    public async Task Without_trouble_nothing_needs_anyone()
    {
        await PaidAsync();

        foreach (var viewer in new[] { Ana, Finance, Admin, Auditor }) Assert.Empty(await NeedsAsync(viewer));
    }

    [Fact]
    public async Task A_case_is_for_who_may_see_it_and_becomes_urgent_with_its_clock()
    {
        var small = await PlaceAsync(NewOrder(1000m, accountDays: 2));
        var large = await PlaceAsync(NewOrder(1900m, accountDays: 2));

        var need = Assert.Single(await NeedsAsync(Ana));
        Assert.Equal((NeedKind.Cases, NeedUrgency.Soon, 2, large.OrderId), (need.Kind, need.Urgency, need.Count, need.OrderId));
        Assert.Empty(await NeedsAsync(Finance));
        Assert.Single(await NeedsAsync(Auditor));

        Time.Advance(TimeSpan.FromHours(11.9));
        Assert.Equal((NeedKind.CasesEnding, NeedUrgency.Now, 2), Assert.Single(await NeedsAsync(Ana)) is var now ? (now.Kind, now.Urgency, now.Count) : default);
        Assert.NotNull(small.OrderId);
    }

    [Fact]
    public async Task Late_money_is_for_finance_and_presses_after_a_day()
    {
        var placed = await PlaceAsync(NewOrder());
        await Get<CancelOrder>().RunAsync(placed.OrderId, null, Marketplace, "r", Ct);
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_late"));
        await SettleDownAsync();

        Assert.DoesNotContain(await NeedsAsync(Ana), need => need.Kind is NeedKind.MoneyCases or NeedKind.Alarm);
        var money = (await NeedsAsync(Finance)).Single(need => need.Kind == NeedKind.MoneyCases);
        Assert.Equal((NeedUrgency.Today, 1, placed.OrderId), (money.Urgency, money.Count, money.OrderId));
        Assert.Equal(AlarmKind.LateMoney, (await NeedsAsync(Finance)).Single(need => need.Kind == NeedKind.Alarm).Alarm!.Kind);

        Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(NeedUrgency.Soon, (await NeedsAsync(Auditor)).Single(need => need.Kind == NeedKind.MoneyCases).Urgency);
    }

    [Fact]
    public async Task Each_case_of_money_is_told_once_however_many_there_are()
    {
        for (var i = 0; i < 3; i++)
        {
            var placed = await PlaceAsync(NewOrder());
            await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(100m, Currency.Pen), $"tx_{i}"));
        }

        await SettleDownAsync();

        Assert.Equal((NeedKind.MoneyCases, 3), Assert.Single(await NeedsAsync(Finance)) is var need ? (need.Kind, need.Count) : default);
    }

    [Fact]
    public async Task A_call_that_fails_for_a_while_and_a_paused_job_are_told()
    {
        Pago.Mishaps.Enqueue(Mishap.NotSent);
        await PlaceAsync(NewOrder());
        Assert.Empty(await NeedsAsync(Admin));

        Time.Advance(MoneyAndMessages.StuckAfter + TimeSpan.FromSeconds(1));
        await Get<PauseJob>().PauseAsync("expiry", Admin, Ct);

        Assert.Equal([NeedKind.CommandsStuck, NeedKind.JobPaused], (await NeedsAsync(Admin)).Select(need => need.Kind));
        Assert.Equal([NeedKind.CommandsStuck], (await NeedsAsync(Ana)).Select(need => need.Kind));
    }

    [Fact]
    public void The_most_urgent_comes_first_and_the_longest_waiting_within_that()
    {
        var at = Time.GetUtcNow();
        Need[] needs =
        [
            new(NeedKind.JobPaused, NeedUrgency.Today, 1, at.AddDays(-9)), new(NeedKind.Cases, NeedUrgency.Soon, 3, at), new(NeedKind.Alarm, NeedUrgency.Now, 1, at),
            new(NeedKind.Alarm, NeedUrgency.Now, 1, at.AddHours(-1)), new(NeedKind.CasesEnding, NeedUrgency.Now, 1, at),
        ];

        Assert.Equal([needs[4], needs[3], needs[2], needs[1], needs[0]], Need.Sort(needs));
    }

    private async Task<IReadOnlyList<Need>> NeedsAsync(Actor viewer) => (await Get<NeedList>().ReadAsync(viewer, Ct)).Value;
}
