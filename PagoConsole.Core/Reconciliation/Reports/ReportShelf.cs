using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Puts reports away, stretch by stretch, and says of each what came of it.</summary>
internal sealed class ReportShelf(Writes writes, PlanPull plan)
{
    /// <summary>Begins a report. One of the same day that another process left unfinished will not be finished any more.</summary>
    public Task<Report> BeginAsync(NewReport told, Actor by, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            var report = new Report
            {
                ReportId = Ids.New("rep", tx.Now),
                Day = told.Day,
                Source = told.Source,
                FileName = told.FileName,
                BroughtBy = by.Signature,
                ArrivedAt = tx.Now,
                RowsSaid = told.RowsSaid,
            };
            tx.Db.Add(report);
            await tx.DayAsync(told.Day, ct);
            return report;
        },
        ct);

    public Task PutAsync(IReadOnlyList<ReportChunk> chunks, CancellationToken ct) => writes.DoAsync(
        tx =>
        {
            tx.Db.AddRange(chunks);
            return Task.CompletedTask;
        },
        ct);

    /// <summary>Ends it. The same bytes as those of the last whole report of the day are not kept twice: that one is given back.</summary>
    public Task<Report> EndAsync(string reportId, ReportScan scan, byte[] sha256, long tookMs, Actor by, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            var report = (await tx.LockAsync<Report>(reportId, ct))!;
            (report.Rows, report.Bytes, report.Sha256, report.TookMs) = (scan.Rows, scan.Bytes, sha256, tookMs);
            (report.Fault, report.FaultLine, report.FaultText) = (scan.Fault, scan.FaultLine, scan.FaultText);
            report.State = scan.Fault is null ? ReportState.Whole : ReportState.Broken;
            var last = await LastWholeAsync(tx.Db, report.Day, reportId, ct);
            if (report.State == ReportState.Whole && last is not null && last.Sha256.AsSpan().SequenceEqual(sha256))
            {
                var kept = (await tx.LockAsync<Report>(last.ReportId, ct))!;
                kept.SeenAgainAt = tx.Now;
                await DropAsync(tx, reportId, ct);
                tx.Db.Remove(report);
                report = kept;
            }

            Tell(tx, report, by);
            await plan.ApplyAsync(tx, report, by, ct);
            return report;
        },
        ct);

    /// <summary>There is no report: PagoEfectivo gave none.</summary>
    public Task<Report> MissAsync(NewReport told, string why, Actor by, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            var report = new Report
            {
                ReportId = Ids.New("rep", tx.Now),
                Day = told.Day,
                Source = told.Source,
                BroughtBy = by.Signature,
                ArrivedAt = tx.Now,
                State = ReportState.Broken,
                Fault = ReportFault.NotGiven,
                FaultText = why,
            };
            tx.Db.Add(report);
            Tell(tx, report, by);
            await plan.ApplyAsync(tx, report, by, ct);
            return report;
        },
        ct);

    /// <summary>The last whole report of a day, other than one.</summary>
    public static Task<Report?> LastWholeAsync(PagoDb db, DateOnly day, string? but, CancellationToken ct) => db.Set<Report>().AsNoTracking()
        .Where(r => r.Day == day && r.State == ReportState.Whole && r.ReportId != but)
        .OrderByDescending(r => r.ArrivedAt).ThenByDescending(r => r.ReportId).FirstOrDefaultAsync(ct);

    private static Task<int> DropAsync(WriteScope tx, string reportId, CancellationToken ct) =>
        tx.Db.ExecuteAsync("DELETE FROM report_chunks WHERE report_id = @p0", [reportId], ct);

    private static void Tell(WriteScope tx, Report report, Actor by) => tx.Journal(
        ReconciledDay.StreamOf(report.Day), ReconciliationEvents.ReportArrived, by,
        new { report.ReportId, report.Source, report.State, report.Rows, report.RowsSaid, sha256 = Convert.ToHexStringLower(report.Sha256), report.Fault, report.FaultLine, report.FaultText, report.FileName });
}
