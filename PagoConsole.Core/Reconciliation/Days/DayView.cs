using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>A business day as finance sees it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Record">How it stands; null where nothing has been asked for or run yet.</param>
/// <param name="Totals">Its money three ways, a line for each currency.</param>
/// <param name="Reports">Its reports, newest first.</param>
/// <param name="Counts">Its differences, counted.</param>
/// <param name="Timeline">What happened to it, oldest first.</param>
/// <param name="Obstacle">Why it cannot be closed now; null if it can.</param>
/// <param name="OpenSoles">What its open differences have at stake, in soles; dollars at the dated rate.</param>
public sealed record DayFacts(
    DateOnly Day, ReconciledDay? Record, IReadOnlyList<DayTotal> Totals, IReadOnlyList<Report> Reports, IReadOnlyList<DifferenceCount> Counts,
    IReadOnlyList<JournalEntry> Timeline, Refusal? Obstacle, decimal OpenSoles)
{
    /// <summary>How it stands.</summary>
    public DayState State => Record?.State ?? DayState.Awaiting;

    /// <summary>Whether a report has come since the last whole one that cannot be used: what stands here may be behind.</summary>
    public bool NewestIsBroken => Reports is [{ State: ReportState.Broken }, ..] && Record?.RunId is not null;

    /// <summary>How many differences wait for anybody.</summary>
    public int Open => Counts.Where(c => c.IsOpen).Sum(c => c.Count);

    /// <summary>How many it has in all.</summary>
    public int Total => Counts.Sum(c => c.Count);
}

/// <summary>The query of the page of a day.</summary>
public sealed class DayView
{
    private const int MostReports = 50;
    private const int MostEntries = 200;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly ActiveRules rules;
    private readonly TimeProvider time;

    internal DayView(IDbContextFactory<PagoDb> contexts, ActiveRules rules, TimeProvider time)
    {
        this.contexts = contexts;
        this.rules = rules;
        this.time = time;
    }

    /// <summary>Reads it.</summary>
    public async Task<Result<DayFacts>> ReadAsync(DateOnly day, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var record = await db.Set<ReconciledDay>().SingleOrDefaultAsync(d => d.Day == day, ct);
        var counts = await DifferenceList.CountAsync(db, day, day, ct);
        var rates = (await rules.ReadAsync(db, ct)).Rules.Set.Rates;
        var stream = ReconciledDay.StreamOf(day);
        var entries = await db.Set<JournalEntry>().Where(e => e.Stream == stream).OrderByDescending(e => e.Position).Take(MostEntries).ToListAsync(ct);
        entries.Reverse();
        return new DayFacts(
            day,
            record,
            [.. (await db.Set<DayTotal>().Where(t => t.Day == day).ToListAsync(ct)).OrderBy(t => t.Currency.Code, StringComparer.Ordinal)],
            await db.Set<Report>().Where(r => r.Day == day).OrderByDescending(r => r.ArrivedAt).Take(MostReports).ToListAsync(ct),
            counts,
            entries,
            record is null
                ? new Refusal(RefusalCode.DayNotMatched)
                : record.ObstacleToClosing(counts.Where(c => c.IsOpen).Sum(c => c.Count), await CloseDay.NewestReportAsync(db, day, ct), time.GetUtcNow()),
            rates.InSoles(counts.Where(c => c.IsOpen).Select(c => new Money(c.Minor, c.Currency))));
    }
}
