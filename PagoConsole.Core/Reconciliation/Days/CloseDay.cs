using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>Closes a business day: its newest whole report is matched, and no difference is open.</summary>
public sealed class CloseDay(Writes writes)
{
    /// <summary>Closes it.</summary>
    /// <param name="day">The day.</param>
    /// <param name="seen">The version that the person looked at; null does not mind.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<ReconciledDay>> RunAsync(DateOnly day, int? seen, Actor by, CancellationToken ct) =>
        writes.RunAsync<ReconciledDay>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<ReconciledDay>(ReconciledDay.IdOf(day), ct) is not { } found) return RefusalCode.DayNotMatched;
                var (open, total) = await CountAsync(tx.Db, day, ct);
                if (found.Close(open, await NewestReportAsync(tx.Db, day, ct), seen, by, tx.Now) is { } refusal) return refusal;
                tx.Journal(found.Stream, DayEvents.Closed, by, new { found.ReportId, found.RunId, differences = total });
                return found;
            },
            ct);

    internal static async Task<(int Open, int Total)> CountAsync(PagoDb db, DateOnly day, CancellationToken ct)
    {
        var counts = await db.Set<Difference>().Where(d => d.Day == day).GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return (counts.Where(c => c.Key is DifferenceState.Open or DifferenceState.WaitingForPagoEfectivo).Sum(c => c.Count), counts.Sum(c => c.Count));
    }

    internal static Task<string?> NewestReportAsync(PagoDb db, DateOnly day, CancellationToken ct) =>
        db.Set<Report>().Where(r => r.Day == day && r.State == ReportState.Whole).OrderByDescending(r => r.ArrivedAt).Select(r => (string?)r.ReportId).FirstOrDefaultAsync(ct);
}

/// <summary>Opens a closed day again, with a note that says why.</summary>
public sealed class ReopenDay(Writes writes)
{
    /// <summary>Opens it.</summary>
    public Task<Result<ReconciledDay>> RunAsync(DateOnly day, string note, Actor by, CancellationToken ct) =>
        writes.RunAsync<ReconciledDay>(
            async tx =>
            {
                if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (note.Length > DifferenceDecision.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (await tx.LockAsync<ReconciledDay>(ReconciledDay.IdOf(day), ct) is not { } found) return RefusalCode.DayNotClosed;
                var closedBy = found.ClosedBy;
                if (found.Reopen(tx.Now) is { } refusal) return refusal;
                tx.Journal(found.Stream, DayEvents.Reopened, by, new { closedBy }, null, new { note = note.Trim() });
                return found;
            },
            ct);
}
