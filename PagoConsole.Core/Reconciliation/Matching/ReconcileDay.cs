using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>What a run found.</summary>
/// <param name="Day">The business day.</param>
/// <param name="Report">The report that it used.</param>
/// <param name="Orders">Orders paid that day.</param>
/// <param name="ReportRows">Lines of the report.</param>
/// <param name="Matched">Orders of which the report tells, and with which no line of it disagrees.</param>
/// <param name="Differences">How many of each kind; only kinds that were found.</param>
/// <param name="Totals">The money, by currency.</param>
public sealed record Reconciled(
    DateOnly Day, Report Report, long Orders, long ReportRows, long Matched, IReadOnlyDictionary<DifferenceKind, int> Differences, IReadOnlyList<DayTotal> Totals)
{
    /// <summary>The run.</summary>
    public string? RunId { get; init; }
}

/// <summary>
/// Matches the orders of a day against its last whole report, and writes the differences down. The same input gives the same result; what people
/// have decided of a difference stays. Of two runs of a day at once the later one goes on.
/// </summary>
public sealed class ReconcileDay
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly StoredReport reports;
    private readonly EndRun end;
    private readonly FeeSchedule fees;
    private readonly IOptionsMonitor<ReconciliationOptions> options;

    internal ReconcileDay(
        IDbContextFactory<PagoDb> contexts, Writes writes, StoredReport reports, EndRun end, FeeSchedule fees, IOptionsMonitor<ReconciliationOptions> options)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.reports = reports;
        this.end = end;
        this.fees = fees;
        this.options = options;
    }

    /// <summary>Runs.</summary>
    /// <param name="day">The business day in Lima.</param>
    /// <param name="by">Who has it run.</param>
    /// <param name="ct">Cancels; what was found until then stays, and the next run goes on from it.</param>
    /// <returns>What was found; refused where no whole report of the day has come, and where another run has begun meanwhile.</returns>
    public async Task<Result<Reconciled>> RunAsync(DateOnly day, Actor by, CancellationToken ct)
    {
        if (by.Kind == ActorKind.Person && !by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
        var started = Stopwatch.GetTimestamp();
        var begun = await BeginAsync(day, ct);
        if (begun.Refusal is { } refusal) return refusal;
        var (runId, at, report) = begun.Value;
        try
        {
            var differences = new DifferenceBook(writes, day, runId, by);
            var outcome = await MatchAsync(day, report, differences, ct);
            var run = new EndedRun(runId, at, day, report, outcome, differences, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            var totals = await end.RunAsync(run, by, ct);
            return new Reconciled(day, report, outcome.Orders, outcome.Rows, outcome.Matched, differences.Found, totals) { RunId = runId };
        }
        catch (OvertakenException)
        {
            return RefusalCode.RunOvertaken;
        }
    }

    // The report is chosen with the day's row in hand: a later run never ends with an earlier report.
    private Task<Result<(string RunId, DateTimeOffset At, Report Report)>> BeginAsync(DateOnly day, CancellationToken ct) =>
        writes.RunAsync<(string RunId, DateTimeOffset At, Report Report)>(
            async tx =>
            {
                var row = await tx.DayAsync(day, ct);
                if (await ReportShelf.LastWholeAsync(tx.Db, day, but: null, ct) is not { } report) return RefusalCode.NoWholeReport;
                row.Version++;
                row.RunningId = Ids.New("rec", tx.Now);
                return (row.RunningId, tx.Now, report);
            },
            ct);

    private async Task<MatchOutcome> MatchAsync(DateOnly day, Report report, DifferenceBook differences, CancellationToken ct)
    {
        var settings = options.CurrentValue;
        var loading = Task.Run(() => new LoadDayBook(contexts).RunAsync(day, ct), ct);
        var earlier = await EarlierAsync(report, ct);
        var rules = new MatchRules(day, settings.SettlementDays, settings.Holidays, fees.Of);
        var matcher = new Matcher(await loading, rules, new LocalOrders(contexts), new KnownSellers(contexts), earlier);
        return await matcher.RunAsync(reports.StretchesAsync(report.ReportId, ct), found => differences.PutAsync(found, ct), ct);
    }

    private async Task<EarlierDates> EarlierAsync(Report report, CancellationToken ct)
    {
        var dates = new EarlierDates();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var before = await db.Set<Report>().Where(r => r.Day == report.Day && r.State == ReportState.Whole && r.ArrivedAt <= report.ArrivedAt && r.ReportId != report.ReportId)
            .OrderBy(r => r.ArrivedAt).ThenBy(r => r.ReportId).Select(r => r.ReportId).ToListAsync(ct);
        foreach (var id in before)
        {
            var first = new FirstLine();
            await foreach (var stretch in reports.StretchesAsync(id, ct)) first.Visit(stretch, (long _, ReadOnlySpan<byte> _, in ReportLine line) => dates.Add(in line));
        }

        return dates;
    }
}
