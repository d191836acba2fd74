using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Makes the next workbook that somebody waits for, from the beginning to the end.</summary>
internal sealed partial class MakeWorkbooks(WorkbookClaims claims, WriteWorkbook write, ILogger<MakeWorkbooks> log)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Makes one.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        if (await claims.ClaimAsync(ct) is not { } claim) return false;
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var making = new Making();
        var telling = TellAsync(claim, making, unwanted);
        try
        {
            await MakeAsync(claim, making, unwanted.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await claims.GiveBackAsync(claim);
            throw;
        }
        catch (OperationCanceledException)
        {
            await claims.ForgetChunksAsync(claim.WorkbookId, ct);
        }
        catch (Exception failure) when (!StoreOutage.Is(failure))
        {
            Log.Failed(log, claim.WorkbookId, failure);
            await claims.FailAsync(claim, ct);
        }
        finally
        {
            await unwanted.CancelAsync();
            await telling;
        }

        return true;
    }

    private async Task MakeAsync(WorkbookClaim claim, Making making, CancellationToken ct)
    {
        await using var file = new ChunkStream((number, piece) => claims.KeepAsync(claim, number, piece, ct));
        var written = await write.RunAsync(claim.Request, file, ct, making);
        var hash = await file.EndAsync();
        await claims.FinishAsync(claim, written.Rows, file.Written, hash, ct);
    }

    /// <summary>Says once a second how far it is, and hears whether anybody still wants it.</summary>
    private async Task TellAsync(WorkbookClaim claim, Making making, CancellationTokenSource unwanted)
    {
        using var timer = new PeriodicTimer(Beat, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(unwanted.Token))
                if (!await claims.RenewAsync(claim, making.Last, unwanted.Token))
                    await unwanted.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // It is made, or nobody wants it any more.
        }
        catch (Exception failure)
        {
            Log.NotTold(log, claim.WorkbookId, failure);
            await unwanted.CancelAsync();
        }
    }

    private sealed class Making : IProgress<WorkbookProgress>
    {
        private long done;
        private long of;

        public WorkbookProgress Last => new(Volatile.Read(ref done), Volatile.Read(ref of));

        public void Report(WorkbookProgress value)
        {
            Volatile.Write(ref of, value.Of);
            Volatile.Write(ref done, value.Done);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(6401, LogLevel.Error, "Workbook {Workbook} could not be made")]
        public static partial void Failed(ILogger logger, string workbook, Exception failure);

        [LoggerMessage(6402, LogLevel.Warning, "The progress of workbook {Workbook} could not be told; it is made anew")]
        public static partial void NotTold(ILogger logger, string workbook, Exception failure);
    }
}

/// <summary>Makes the workbooks that people asked for, one after the other.</summary>
internal sealed class WorkbookPump(MakeWorkbooks make, Bells bells, SelfAddress self, ILogger<WorkbookPump> log) : Pump(Workbook.Bell, bells, self, log)
{
    public override Task<bool> WorkAsync(CancellationToken ct) => make.RunAsync(ct);
}
