using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>A business day that is due.</summary>
/// <param name="Day">The day.</param>
/// <param name="Pull">Whether its report is asked for; otherwise it is matched anew against the one that is there.</param>
internal sealed record DueDay(DateOnly Day, bool Pull);

/// <summary>
/// Finds the days whose report is to be asked for: yesterday's from the hour set on, every day since the newest one known, those whose next pull
/// has come; and those that were matched and of whose money we have heard since.
/// </summary>
internal sealed class DueDays(IDbContextFactory<PagoDb> contexts, IOptionsMonitor<ReconciliationOptions> options)
{
    private const int MostDaysBack = 31;

    public async Task<IReadOnlyList<DueDay>> ReadAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var pulls = await PullsAsync(db, now, ct);
        var news = await ChangedAsync(db, Lima.DayOf(now), ct);
        return [.. pulls.Select(day => new DueDay(day, Pull: true)), .. news.Except(pulls).Select(day => new DueDay(day, Pull: false))];
    }

    private async Task<IReadOnlyList<DateOnly>> PullsAsync(PagoDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Set<ReconciledDay>().Where(d => d.NextPullAt <= now).OrderBy(d => d.Day).Select(d => d.Day).ToListAsync(ct);
        var local = TimeZoneInfo.ConvertTime(now, Lima.Zone);
        var yesterday = DateOnly.FromDateTime(local.DateTime).AddDays(TimeOnly.FromDateTime(local.DateTime) >= options.CurrentValue.PullAt ? -1 : -2);
        var known = await db.Set<ReconciledDay>().Where(d => d.Day >= yesterday.AddDays(-MostDaysBack)).Select(d => d.Day).ToListAsync(ct);
        var first = known.Count > 0 && known.Min() < yesterday ? known.Min() : yesterday;
        var planned = (await db.Set<ReconciledDay>().Where(d => d.Day >= first && d.NextPullAt != null).Select(d => d.Day).ToListAsync(ct)).ToHashSet();
        var reports = await db.Set<Report>().Where(r => r.Day >= first && r.Day <= yesterday && r.State == ReportState.Whole).Select(r => new { r.Day, At = r.SeenAgainAt ?? r.ArrivedAt }).ToListAsync(ct);

        // A report that came while its day was still going on tells of a part of it.
        var told = reports.Where(r => r.At >= Lima.StartOf(r.Day.AddDays(1))).Select(r => r.Day).ToHashSet();
        var untold = Enumerable.Range(0, yesterday.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(day => !told.Contains(day) && !planned.Contains(day));
        return [.. due.Union(untold).Order()];
    }

    // A poll, a delivery or finance may tell of money of a day after it was matched; the day that is going on is matched when it is over.
    private static async Task<IReadOnlyList<DateOnly>> ChangedAsync(PagoDb db, DateOnly today, CancellationToken ct)
    {
        var days = await db.Set<ReconciledDay>().AsNoTracking().Where(d => d.RanAt != null && d.Day < today).OrderByDescending(d => d.Day).Take(MostDaysBack).ToListAsync(ct);
        var changed = new List<DateOnly>();
        foreach (var day in days)
        {
            var (from, to) = (Lima.StartOf(day.Day), Lima.StartOf(day.Day.AddDays(1)));
            var news = await db.Set<MoneyMovement>().AnyAsync(m => m.At >= from && m.At < to && m.SeenAt > day.RanAt, ct)
                || await SettledSinceAsync(db, from, to, day.RanAt, ct)
                || (await ReportShelf.LastWholeAsync(db, day.Day, but: null, ct))?.ReportId != day.ReportId;
            if (news) changed.Add(day.Day);
        }

        return changed;
    }

    // Finance may have accepted money that did not fit: then its order counts for the day on which the money came.
    private static Task<bool> SettledSinceAsync(PagoDb db, DateTimeOffset begin, DateTimeOffset end, DateTimeOffset? since, CancellationToken ct) => (
        from settled in db.Set<MoneyCase>()
        where settled.SettledAt > since
        join movement in db.Set<MoneyMovement>() on settled.PaymentId equals movement.PaymentId
        where movement.At >= begin && movement.At < end
        select settled).AnyAsync(ct);
}
