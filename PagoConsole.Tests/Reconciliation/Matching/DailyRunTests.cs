using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Matching;

public sealed class DailyRunTestsOnSqlite() : DailyRunTests(StorageProvider.Sqlite);

public sealed class DailyRunTestsOnPostgres() : DailyRunTests(StorageProvider.Postgres);

/// <summary>What the job does each morning. The tests begin on Sunday 22 November at noon in Lima.</summary>
public abstract class DailyRunTests(StorageProvider provider) : ReconciliationTest(provider)
{
    private const string Empty = ReportColumns.Header + "\n";
    private static readonly DateOnly Saturday = new(2026, 11, 21);
    private static readonly DateOnly Sunday = new(2026, 11, 22);

    [Fact]
    public async Task A_refund_of_the_history_counts_for_the_day_of_its_payment()
    {
        await ImportAsync(["MP-R,2026-11-20T09:00:00-05:00,100.00,PEN,u-1,2025-01-01T00:00:00Z,190.1.1.1,,Refunded,2026-11-20T10:15:00-05:00,pay_r,1,tx_r"]);

        var total = Assert.Single((await ReconcileAsync(new DateOnly(2026, 11, 20), PagoConsole.Core.Reconciliation.Reports.ReportColumns.Header + "\n")).Totals);

        Assert.Equal((1, 100_00L, 100_00L), (total.Orders, total.OrdersMinor, total.RefundedHereMinor));
    }

    [Fact]
    public async Task Yesterday_is_pulled_from_the_hour_on_and_again_each_morning_until_it_is_settled()
    {
        var days = new List<(DateOnly On, DateOnly Day)>();
        foreach (var day in Days(Saturday, 8)) Pago.Reports[day] = Empty;
        for (var hour = 0; hour < 6 * 24; hour++)
        {
            await RunAsync();
            days.AddRange(Pago.Asked.Select(day => (Lima.DayOf(Time.GetUtcNow()), day)));
            Pago.Asked.Clear();
            Time.Advance(TimeSpan.FromHours(1));
        }

        // Saturday's money is settled by Tuesday, Monday's by Wednesday.
        Assert.Equal(["22", "23", "24"], days.Where(d => d.Day == Saturday).Select(d => $"{d.On.Day}"));
        Assert.Equal(["24", "25"], days.Where(d => d.Day == new DateOnly(2026, 11, 23)).Select(d => $"{d.On.Day}"));
        Assert.All(days.GroupBy(d => d).Select(g => g.Count()), times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task A_report_that_does_not_come_is_asked_for_again_and_told_and_a_whole_one_ends_that()
    {
        var waits = new List<int>();
        for (var minute = 0; minute < 140; minute += 5)
        {
            await RunAsync();
            if (Pago.Asked.Count > 0) waits.Add(minute);
            Pago.Asked.Clear();
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal([0, 5, 15, 35, 75, 135], waits);
        Assert.Equal([nameof(AlarmKind.ReportMissing)], await AlarmsAsync());

        Pago.Reports[Saturday] = Empty;
        Time.Advance(TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Empty(await AlarmsAsync());
        Assert.Equal(DayState.Matched, (await DayAsync(Saturday)).State);
    }

    [Fact]
    public async Task Days_on_which_nobody_ran_are_caught_up_and_a_part_of_a_day_does_not_stand_for_it()
    {
        foreach (var day in Days(Saturday, 9)) Pago.Reports[day] = Empty;
        await RunAsync();
        await ReconcileAsync(Sunday, Empty);
        Pago.Asked.Clear();

        Time.Advance(TimeSpan.FromDays(4));
        await RunAsync();

        Assert.Equal(Days(Saturday, 5), Pago.Asked.Distinct().Order());
    }

    [Fact]
    public async Task A_closed_day_that_changes_is_opened_again_loudly()
    {
        Pago.Reports[Saturday] = Empty;
        await RunAsync();
        var finance = Person("finance");
        Assert.Null((await Get<CloseDay>().RunAsync(Saturday, null, finance, Ct)).Refusal);
        Time.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal(DayState.Closed, (await DayAsync(Saturday)).State);

        Pago.Reports[Saturday] = Empty + "pay_x,MP-x,1,paid,PEN,10.00,0.00,0.00,10.00,,2026-11-21T10:00:00-05:00,2026-11-24,tx_x,\n";
        Time.Advance(TimeSpan.FromDays(1));
        await RunAsync();

        Assert.Equal(DayState.Reopened, (await DayAsync(Saturday)).State);
        Assert.Contains(nameof(AlarmKind.ClosedDayChanged), await AlarmsAsync());
    }

    [Fact]
    public async Task Money_of_which_we_hear_later_mends_what_was_open()
    {
        var placed = await PlaceAsync(NewOrder());
        var paymentId = placed.Payment!.PaymentId;
        var delivery = Event("payment.paid", paymentId, Money.Of(120m, Currency.Pen), "tx_1");
        Pago.Reports[Sunday] = Empty + $"{paymentId},{placed.OrderId},1,paid,PEN,120.00,0.00,0.00,120.00,,2026-11-22T12:00:00-05:00,2026-11-24,tx_1,\n";
        Time.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        Assert.Equal(DifferenceKind.StatusMismatch, Assert.Single(await DifferencesAsync(Sunday)).Kind);

        Time.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(delivery);
        await SettleDownAsync();
        await RunAsync();

        Assert.Equal((DifferenceState.Corrected, Mending.OrderCaughtUp), Assert.Single((await DifferencesAsync(Sunday)).ConvertAll(d => (d.State, d.Mended!.Value))));
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, int count) => Enumerable.Range(0, count).Select(first.AddDays);

    private Task RunAsync() => Get<IEnumerable<IScheduledJob>>().Single(job => job.Key == "reconciliation").RunAsync(Time.GetUtcNow(), Ct);

    private async Task<ReconciledDay> DayAsync(DateOnly day)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<ReconciledDay>().AsNoTracking().SingleAsync(d => d.Day == day, Ct);
    }

    private async Task<List<string>> AlarmsAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<Alarm>().Where(a => a.OpenKey != null).OrderBy(a => a.RaisedAt).Select(a => a.Kind.ToString()).ToListAsync(Ct);
    }
}
