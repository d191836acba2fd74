using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Deletes exports whose time is over, every hour. That there were any stays in the journal.</summary>
internal sealed class RemoveOldWorkbooks(IDbContextFactory<PagoDb> contexts, Writes writes, WorkbookClaims claims, TimeProvider time) : IScheduledJob
{
    private const int Batch = 50;
    private const int EveryMinutes = 60;
    private static readonly Actor By = Actor.Job("exports");

    public string Key => "exports";

    public JobSchedule Schedule { get; } = JobSchedule.Every(EveryMinutes);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        var removed = 0;
        while (await OverAsync(ct) is { Count: > 0 } over)
        {
            foreach (var id in over)
            {
                await claims.ForgetChunksAsync(id, ct);
                await writes.DoAsync(tx => RemoveAsync(tx, id, ct), ct);
                removed++;
            }
        }

        return JobOutcome.Of(("removed", removed));
    }

    private async Task<List<string>> OverAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Workbook>().Where(w => w.ExpiresAt < now).OrderBy(w => w.ExpiresAt).Take(Batch).Select(w => w.WorkbookId).ToListAsync(ct);
    }

    private static async Task RemoveAsync(WriteScope tx, string id, CancellationToken ct)
    {
        if (await tx.LockAsync<Workbook>(id, ct) is not { } workbook) return;
        tx.Db.Remove(workbook);
        tx.Journal(workbook.Stream, WorkbookEvents.Removed, By, new { workbook.AskedBy, workbook.FileName, workbook.State });
    }
}
