using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>A day of the month.</summary>
/// <param name="Day">The day.</param>
/// <param name="Record">How it stands; null where nothing has been asked for or run yet.</param>
/// <param name="Report">How its newest report stands; null where none has come.</param>
/// <param name="Open">How many of its differences wait for anybody.</param>
/// <param name="Total">How many it has in all.</param>
/// <param name="OpenSoles">What the open ones have at stake, in soles.</param>
/// <param name="InUse">Whether anything was sold here by then; before, no report is missed.</param>
public sealed record DayOfMonth(DateOnly Day, ReconciledDay? Record, ReportState? Report, int Open, int Total, decimal OpenSoles, bool InUse)
{
    /// <summary>How it stands.</summary>
    public DayState State => Record?.State ?? DayState.Awaiting;
}

/// <summary>A month of business days.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Days">Every day of it, in order.</param>
/// <param name="OpenElsewhere">How many differences of other months wait for anybody.</param>
/// <param name="OldestElsewhere">The day of the oldest of those.</param>
public sealed record MonthFacts(DateOnly First, IReadOnlyList<DayOfMonth> Days, int OpenElsewhere, DateOnly? OldestElsewhere)
{
    /// <summary>How many differences of the month wait for anybody.</summary>
    public int Open => Days.Sum(d => d.Open);

    /// <summary>How many it has in all.</summary>
    public int Total => Days.Sum(d => d.Total);

    /// <summary>What the open ones have at stake, in soles.</summary>
    public decimal OpenSoles => Days.Sum(d => d.OpenSoles);

    /// <summary>Whether anything has been reconciled or brought in.</summary>
    public bool IsEmpty => Days.All(d => d is { Record: null, Report: null, Total: 0 });
}

/// <summary>The query of the calendar.</summary>
public sealed class MonthView
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly ActiveRules rules;
    private readonly TimeProvider time;

    internal MonthView(IDbContextFactory<PagoDb> contexts, ActiveRules rules, TimeProvider time)
    {
        this.contexts = contexts;
        this.rules = rules;
        this.time = time;
    }

    /// <summary>Reads the month in which a day lies.</summary>
    public async Task<Result<MonthFacts>> ReadAsync(DateOnly within, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        var first = new DateOnly(within.Year, within.Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var records = await db.Set<ReconciledDay>().Where(d => d.Day >= first && d.Day <= last).ToDictionaryAsync(d => d.Day, ct);
        var reports = await db.Set<Report>().Where(r => r.Day >= first && r.Day <= last).Select(r => new { r.Day, r.State, r.ArrivedAt }).ToListAsync(ct);
        var newest = reports.GroupBy(r => r.Day).ToDictionary(g => g.Key, g => g.MaxBy(r => r.ArrivedAt)!.State);
        var sums = (await db.Set<Difference>().Where(d => d.Day >= first && d.Day <= last).GroupBy(d => new { d.Day, d.State, d.Currency })
            .Select(g => new { g.Key.Day, g.Key.State, g.Key.Currency, Count = g.Count(), Minor = g.Sum(d => d.AtStakeMinor) }).ToListAsync(ct)).ToLookup(s => s.Day);
        var rates = (await rules.ReadAsync(db, ct)).Rules.Set.Rates;
        var begun = await BegunAsync(db, ct);
        var days = new List<DayOfMonth>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var open = sums[day].Where(s => s.State is DifferenceState.Open or DifferenceState.WaitingForPagoEfectivo).ToList();
            days.Add(new DayOfMonth(
                day, records.GetValueOrDefault(day), newest.TryGetValue(day, out var state) ? state : null, open.Sum(s => s.Count), sums[day].Sum(s => s.Count),
                rates.InSoles(open.Select(s => new Money(s.Minor, s.Currency))), day >= begun || records.ContainsKey(day) || newest.ContainsKey(day)));
        }

        var elsewhere = db.Set<Difference>()
            .Where(d => (d.State == DifferenceState.Open || d.State == DifferenceState.WaitingForPagoEfectivo) && (d.Day < first || d.Day > last));
        return new MonthFacts(first, days, await elsewhere.CountAsync(ct), await elsewhere.OrderBy(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(ct));
    }

    // The first day of which there is money; today, where there is none yet.
    private async Task<DateOnly> BegunAsync(PagoDb db, CancellationToken ct) =>
        Lima.DayOf(await db.Set<Payment>().Where(p => p.PaidAt != null).OrderBy(p => p.PaidAt).Select(p => p.PaidAt).FirstOrDefaultAsync(ct) ?? time.GetUtcNow());
}
