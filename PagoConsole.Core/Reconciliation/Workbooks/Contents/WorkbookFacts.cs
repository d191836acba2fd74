using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>How many differences of a day are of one kind, currency and state.</summary>
internal sealed record KindCount(DateOnly Day, DifferenceKind Kind, Currency Currency, DifferenceState State, int Count, long AtStakeMinor)
{
    public bool IsOpen => State is DifferenceState.Open or DifferenceState.WaitingForPagoEfectivo;
}

/// <summary>What is known of the days before the first row is read: totals as the screen shows them, and how much there is to write.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Days">The days, in order.</param>
/// <param name="Totals">Their money, day by day and currency by currency.</param>
/// <param name="Reports">The report that each day's last run used, by its id.</param>
/// <param name="Counts">The differences of the filter.</param>
/// <param name="SettlementRows">How many rows the settlement has.</param>
internal sealed record WorkbookFacts(
    DifferenceFilter Filter, IReadOnlyList<ReconciledDay> Days, IReadOnlyList<DayTotal> Totals, IReadOnlyDictionary<string, Report> Reports,
    IReadOnlyList<KindCount> Counts, long SettlementRows)
{
    /// <summary>Differences in all.</summary>
    public long Differences => Counts.Sum(c => (long)c.Count);

    /// <summary>Lines to go through: those of all reports.</summary>
    public long LinesToRead => ReportsInOrder.Sum(r => r.Report.Rows);

    /// <summary>Lines that may be written: those of all reports, or only those with one of the differences.</summary>
    public long Lines => Filter.IsNarrow() ? Math.Min(LinesToRead, Differences) : LinesToRead;

    /// <summary>The reports by their days; where only lines with a difference are wanted, those of days that have some.</summary>
    public IEnumerable<(ReconciledDay Day, Report Report)> ReportsInOrder =>
        from day in Days
        where day.ReportId is not null && Reports.ContainsKey(day.ReportId)
        where !Filter.IsNarrow() || Counts.Any(c => c.Day == day.Day)
        select (day, Reports[day.ReportId!]);

    public static async Task<WorkbookFacts> ReadAsync(IDbContextFactory<PagoDb> contexts, DifferenceFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var days = await db.Set<ReconciledDay>().AsNoTracking().Where(d => d.Day >= filter.From && d.Day <= filter.To).OrderBy(d => d.Day).ToListAsync(ct);
        var totals = await db.Set<DayTotal>().AsNoTracking().Where(t => t.Day >= filter.From && t.Day <= filter.To).ToListAsync(ct);
        var ids = days.Select(d => d.ReportId).OfType<string>().ToList();
        var reports = await db.Set<Report>().AsNoTracking().Where(r => ids.Contains(r.ReportId)).ToDictionaryAsync(r => r.ReportId, ct);
        var counts = await filter.Of(db).GroupBy(d => new { d.Day, d.Kind, d.Currency, d.State })
            .Select(g => new { g.Key, Count = g.Count(), AtStake = g.Sum(d => d.AtStakeMinor) }).ToListAsync(ct);
        return new WorkbookFacts(
            filter, days,
            [.. totals.Where(t => filter.Currency is null || t.Currency == filter.Currency).OrderBy(t => t.Day).ThenBy(t => t.Currency.Code, StringComparer.Ordinal)],
            reports,
            [.. counts.Select(c => new KindCount(c.Key.Day, c.Key.Kind, c.Key.Currency, c.Key.State, c.Count, c.AtStake)).OrderBy(c => c.Day).ThenBy(c => c.Kind)],
            await SettlementRowsOf(db, filter).CountAsync(ct));
    }

    public static IQueryable<SettlementLine> SettlementRowsOf(PagoDb db, DifferenceFilter filter)
    {
        var all = db.Set<SettlementLine>().AsNoTracking().Where(l => l.Day >= filter.From && l.Day <= filter.To);
        if (filter.Currency is { } currency) all = all.Where(l => l.Currency == currency);
        return filter.SellerId is { } seller ? all.Where(l => l.SellerId == seller) : all;
    }
}
