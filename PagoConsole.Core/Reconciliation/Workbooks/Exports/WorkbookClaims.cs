using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>A workbook that one has taken upon oneself.</summary>
internal sealed record WorkbookClaim(string WorkbookId, string Token, WorkbookRequest Request);

/// <summary>Who makes which workbook: one at a time over all nodes, taken over from a process that was killed.</summary>
internal sealed class WorkbookClaims(Writes writes, IOptionsMonitor<WorkbookOptions> options)
{
    private const int MostAttempts = 3;
    private const int ChunksAtOnce = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly Actor By = Actor.Job(Workbook.Bell);

    /// <summary>Takes the next one; null when there is none, or somebody makes one already.</summary>
    public async Task<WorkbookClaim?> ClaimAsync(CancellationToken ct)
    {
        var claim = await writes.DoAsync<WorkbookClaim?>(
            async tx =>
            {
                if (!await tx.TryLockNameAsync(Workbook.Bell, ct)) return null;
                var waiting = await tx.Db.Set<Workbook>().Where(w => w.State == WorkbookState.Waiting || w.State == WorkbookState.Making)
                    .OrderBy(w => w.AskedAt).ThenBy(w => w.WorkbookId).ToListAsync(ct);
                if (waiting.Any(w => w.State == WorkbookState.Making && w.LeaseUntil > RealClock.Now)) return null;
                foreach (var worn in waiting.Where(w => w.Attempts >= MostAttempts)) GiveUp(tx, worn);
                if (waiting.FirstOrDefault(w => w.IsUnderWay) is not { } next) return null;
                next.Begin($"{JobNode.Name}/{Ids.Token()}", RealClock.Now + Lease);
                return new WorkbookClaim(next.WorkbookId, next.LeaseToken!, RequestText.Read(next.Request));
            },
            ct);
        if (claim is not null) await ForgetChunksAsync(claim.WorkbookId, ct);
        return claim;
    }

    /// <summary>Says how far it is, and that one lives; false when nobody wants it any more or somebody else has it.</summary>
    public Task<bool> RenewAsync(WorkbookClaim claim, WorkbookProgress progress, CancellationToken ct) => writes.DoAsync(
        async tx => await tx.Db.ExecuteAsync(
            "UPDATE workbooks SET rows_done = @p2, rows_total = @p3, lease_until = @p4 WHERE workbook_id = @p0 AND lease_token = @p1",
            [claim.WorkbookId, claim.Token, progress.Done, Math.Max(progress.Of, progress.Done), (RealClock.Now + Lease).ToUnixTimeMilliseconds()],
            ct) == 1,
        ct);

    /// <summary>Keeps a piece of its file.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants it any more, or somebody else has it.</exception>
    public Task KeepAsync(WorkbookClaim claim, int number, byte[] content, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            await MineAsync(tx, claim, ct);
            tx.Db.Add(new WorkbookChunk { WorkbookId = claim.WorkbookId, Number = number, Content = content });
        },
        ct);

    /// <summary>It is made.</summary>
    public Task FinishAsync(WorkbookClaim claim, long rows, long bytes, byte[] sha256, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            var workbook = await MineAsync(tx, claim, ct);
            workbook.Finish(rows, bytes, sha256, tx.Now, tx.Now.AddDays(options.CurrentValue.KeepDays));
            tx.Journal(workbook.Stream, WorkbookEvents.Ready, By, new { workbook.AskedBy, workbook.FileName, rows, bytes, sha256 = Convert.ToHexStringLower(sha256) });
        },
        ct);

    /// <summary>It failed: made once more, or given up.</summary>
    public Task FailAsync(WorkbookClaim claim, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            var workbook = await tx.LockAsync<Workbook>(claim.WorkbookId, ct);
            if (workbook?.LeaseToken != claim.Token) return;
            if (workbook.Attempts >= MostAttempts) GiveUp(tx, workbook);
            else workbook.PutBack();
        },
        ct);

    /// <summary>The program stops: whoever comes next makes it at once.</summary>
    public Task GiveBackAsync(WorkbookClaim claim) => writes.DoAsync(
        async tx =>
        {
            var workbook = await tx.LockAsync<Workbook>(claim.WorkbookId, CancellationToken.None);
            if (workbook?.LeaseToken == claim.Token) workbook.PutBack();
        },
        CancellationToken.None);

    /// <summary>Deletes what there is of its file, a little at a time.</summary>
    public async Task ForgetChunksAsync(string workbookId, CancellationToken ct)
    {
        while (await writes.DoAsync(
            tx => tx.Db.ExecuteAsync(
                "DELETE FROM workbook_chunks WHERE workbook_id = @p0 AND number IN (SELECT number FROM workbook_chunks WHERE workbook_id = @p0 ORDER BY number LIMIT @p1)",
                [workbookId, ChunksAtOnce],
                ct),
            ct) > 0)
        {
        }
    }

    private void GiveUp(WriteScope tx, Workbook workbook)
    {
        workbook.GiveUp(WorkbookState.Failed, tx.Now, tx.Now.AddDays(options.CurrentValue.KeepDays));
        tx.Journal(workbook.Stream, WorkbookEvents.Failed, By, new { workbook.AskedBy, workbook.FileName, workbook.Attempts });
    }

    private static async Task<Workbook> MineAsync(WriteScope tx, WorkbookClaim claim, CancellationToken ct) =>
        await tx.LockAsync<Workbook>(claim.WorkbookId, ct) is { } workbook && workbook.LeaseToken == claim.Token
            ? workbook
            : throw new OperationCanceledException("The workbook was cancelled or taken over.");
}
