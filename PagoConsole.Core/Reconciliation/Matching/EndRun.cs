using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>A run that has matched everything, before its figures are written down.</summary>
internal sealed record EndedRun(string RunId, DateTimeOffset At, DateOnly Day, Report Report, MatchOutcome Outcome, DifferenceBook Differences, long TookMs);

/// <summary>Ends a run in one transaction: figures, settlement, what has mended itself, and a closed day that has changed.</summary>
internal sealed class EndRun(Writes writes, CountDay count, DifferenceFollowUp followUp)
{
    private const int AtOnce = 200;

    public async Task<IReadOnlyList<DayTotal>> RunAsync(EndedRun run, Actor by, CancellationToken ct)
    {
        foreach (var ids in run.Differences.News.Chunk(AtOnce))
            await writes.DoAsync(async tx => await followUp.FoundAsync(tx, await tx.LockManyAsync<Difference>(ids, ct), by, ct), ct);
        foreach (var ids in run.Outcome.PaidOtherDays.Chunk(AtOnce)) await writes.DoAsync(tx => FoundElsewhereAsync(tx, run.Day, ids, by, ct), ct);
        await MendAsync(run, by, ct);
        var lines = run.Outcome.Tally.Lines(run.Day);
        var totals = await count.RunAsync(run.Day, run.Outcome.Sums, lines, ct);
        await writes.DoAsync(
            async tx =>
            {
                var day = await tx.DayAsync(run.Day, ct);
                if (day.RunningId != run.RunId) throw new OvertakenException();
                await EndAlarmAsync(tx, day, by, ct);
                await ReplaceAsync(tx, run.Day, totals, lines, ct);
                await KeepAsync(tx, day, run, totals, lines, by, ct);
            },
            ct);
        return totals;
    }

    // What this run no longer found: the report has caught up, or the order has. Some at a time, so that others can write meanwhile.
    private async Task MendAsync(EndedRun run, Actor by, CancellationToken ct)
    {
        while (await writes.DoAsync(tx => MendSomeAsync(tx, run, by, ct), ct) == AtOnce)
        {
        }
    }

    private static async Task<int> MendSomeAsync(WriteScope tx, EndedRun run, Actor by, CancellationToken ct)
    {
        var day = await tx.DayAsync(run.Day, ct);
        if (day.RunningId != run.RunId) throw new OvertakenException();
        var how = day.ReportId == run.Report.ReportId ? Mending.OrderCaughtUp : Mending.ReportCaughtUp;
        var gone = await tx.Db.Set<Difference>().Where(d => d.Day == run.Day && d.LastRunId != run.RunId
            && (d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo)).OrderBy(d => d.DifferenceId).Take(AtOnce).ToListAsync(ct);
        foreach (var difference in gone) difference.MendBy(tx, how, by);
        return gone.Count;
    }

    private static async Task EndAlarmAsync(WriteScope tx, ReconciledDay day, Actor by, CancellationToken ct)
    {
        var left = await tx.Db.Set<Difference>().AnyAsync(
            d => d.Day == day.Day && d.Kind == DifferenceKind.MissingLocally && (d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo), ct);
        if (!left) await tx.ClearAlarmAsync(AlarmKind.MoneyOfNoOrder, day.DayId, by, ct);
    }

    // Orders of other days whose line was missing there: here it is.
    private static async Task FoundElsewhereAsync(WriteScope tx, DateOnly day, string[] orderIds, Actor by, CancellationToken ct)
    {
        var missing = await tx.Db.Set<Difference>().Where(d => d.Kind == DifferenceKind.MissingInReport && d.Day != day && EF.Parameter(orderIds).Contains(d.OrderId)
            && (d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo)).ToListAsync(ct);
        foreach (var difference in missing) difference.MendBy(tx, Mending.InOtherReport, by);
    }

    private static async Task ReplaceAsync(WriteScope tx, DateOnly day, IReadOnlyList<DayTotal> totals, IReadOnlyList<SettlementLine> lines, CancellationToken ct)
    {
        await tx.Db.ExecuteAsync("DELETE FROM day_totals WHERE day = @p0", [day], ct);
        await tx.Db.ExecuteAsync("DELETE FROM settlement_lines WHERE day = @p0", [day], ct);
        tx.Db.AddRange(totals);
        tx.Db.AddRange(lines);
    }

    private static async Task KeepAsync(WriteScope tx, ReconciledDay day, EndedRun run, IReadOnlyList<DayTotal> totals, IReadOnlyList<SettlementLine> lines, Actor by, CancellationToken ct)
    {
        var outcome = DigestOf(run, totals, lines);
        var changed = day.State == DayState.Closed && !day.Outcome.AsSpan().SequenceEqual(outcome);
        (day.ReportId, day.RunId, day.RanAt, day.TookMs, day.RunningId) = (run.Report.ReportId, run.RunId, run.At, run.TookMs, null);
        (day.Orders, day.ReportRows, day.Matched) = (run.Outcome.Orders, run.Outcome.Rows, run.Outcome.Matched);
        (day.Found, day.Outcome) = (run.Differences.Found.Values.Sum(), outcome);
        day.Version++;
        if (day.State == DayState.Awaiting) day.State = DayState.Matched;
        tx.Journal(
            day.Stream, ReconciliationEvents.Reconciled, by,
            new { run.RunId, run.Report.ReportId, day.Orders, day.ReportRows, day.Matched, differences = run.Differences.Found.ToDictionary(f => f.Key.ToString(), f => f.Value) });
        if (!changed) return;
        day.Reopen(tx.Now);
        tx.Journal(day.Stream, ReconciliationEvents.Changed, by, new { run.RunId });
        await tx.AlarmAsync(AlarmKind.ClosedDayChanged, day.DayId, by, ct);
    }

    /// <summary>A hash of all that a run came to.</summary>
    private static byte[] DigestOf(EndedRun run, IReadOnlyList<DayTotal> totals, IReadOnlyList<SettlementLine> lines)
    {
        var text = new StringBuilder();
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{run.Outcome.Orders}|{run.Outcome.Rows}|{run.Outcome.Matched}|{run.Differences.Digest}");
        foreach (var t in totals)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"|{t.Currency}:{t.Orders},{t.OrdersMinor},{t.ReceivedMinor},{t.Rows},{t.ReportMinor},{t.RefundRows},{t.RefundMinor},{t.RefundedHereMinor},{t.FeeMinor},{t.FeeTaxMinor},{t.NetMinor}");
        foreach (var l in lines)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"|{l.SettlementDate:yyyy-MM-dd},{l.SellerId},{l.Currency},{l.Rows},{l.AmountMinor},{l.RefundRows},{l.RefundMinor},{l.FeeMinor},{l.FeeTaxMinor},{l.NetMinor}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
