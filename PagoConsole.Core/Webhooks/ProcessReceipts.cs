using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks;

/// <summary>
/// Works receipts off in the order in which they came, up to 200 in one transaction. If that fails, one by one; after five failures a
/// receipt is put aside with an alarm, and the later ones of its payment go on. On PostgreSQL one node at a time does this. In a flood it
/// works off few at a time and rests in between: the door comes first, and what is stored waits until the flood ebbs.
/// </summary>
internal sealed partial class ProcessReceipts(
    IDbContextFactory<PagoDb> contexts, Writes writes, ReceiptEffects effects, ReceiptWriter door, Bells bells, SelfAddress self, ILogger<ProcessReceipts> log)
    : Pump(Bell, bells, self, log)
{
    /// <summary>The bell of this pump.</summary>
    public const string Bell = "receipts";

    private const int Batch = 200;

    /// <summary>In a flood: so few that those at the door hardly wait for them.</summary>
    private const int BatchInFlood = 50;

    private const int MostFailures = 5;

    /// <summary>Deliveries a second from which on it is a flood; the busiest hour of a large marketplace has a tenth of it.</summary>
    private const int Flood = 500;

    /// <summary>How many times as long as it worked it rests in a flood.</summary>
    private const int RestInFlood = 9;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    private static readonly Actor By = Actor.Job("receipts");

    private int batch = Batch;

    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        await TellConflictsAsync(ct);
        var (stored, began) = (door.Written, Stopwatch.GetTimestamp());
        int done;
        try
        {
            done = await writes.DoAsync(tx => ApplyAsync(tx, null, ct), ct, WritePriority.Background);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.BatchFailed(log, failure);
            done = await OneByOneAsync(ct);
        }

        var (full, took) = (done >= batch, Stopwatch.GetElapsedTime(began));
        var flooded = door.Written - stored > Flood * took.TotalSeconds;
        batch = flooded ? BatchInFlood : Batch;
        if (flooded) await RestAsync(RestInFlood * took, ct);
        return flooded || full;
    }

    private static Task RestAsync(TimeSpan rest, CancellationToken ct) => Task.Delay(rest < LongestRest ? rest : LongestRest, ct);

    private async Task<int> OneByOneAsync(CancellationToken ct)
    {
        List<long> ids;
        await using (var db = await contexts.CreateDbContextAsync(ct)) ids = await Due(db).Take(Batch).Select(r => r.Id).ToListAsync(ct);
        foreach (var id in ids)
        {
            try
            {
                await writes.DoAsync(tx => ApplyAsync(tx, id, ct), ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(log, id, failure);
                await writes.DoAsync(tx => FailedAsync(tx, id, failure, ct), ct);
            }
        }

        return ids.Count;
    }

    private async Task<int> ApplyAsync(WriteScope tx, long? only, CancellationToken ct)
    {
        if (!await tx.TryLockNameAsync(Bell, ct)) return 0;
        var due = await Due(tx.Db).Where(r => only == null || r.Id == only).Take(batch).ToListAsync(ct);
        if (due.Count > 0) await effects.ApplyAsync(tx, due, ct);
        return due.Count;
    }

    // A receipt waits while an earlier one of the same payment waits for its time.
    private static IQueryable<Receipt> Due(PagoDb db)
    {
        var now = RealClock.Now;
        return db.Set<Receipt>().Where(r => r.State == ReceiptState.Waiting && r.NextAt <= now
            && !db.Set<Receipt>().Any(e => e.State == ReceiptState.Waiting && e.NextAt > EF.Constant(Receipt.AtOnce) && e.PaymentId == r.PaymentId && e.Id < r.Id && e.NextAt > now))
            .OrderBy(r => r.Id);
    }

    private static async Task FailedAsync(WriteScope tx, long id, Exception failure, CancellationToken ct)
    {
        var receipt = await tx.Db.Set<Receipt>().SingleAsync(r => r.Id == id, ct);
        if (receipt.State != ReceiptState.Waiting) return;
        receipt.Failures++;
        receipt.Detail = failure.GetType().Name;
        receipt.NextAt = RealClock.Now + TimeSpan.FromSeconds(Math.Pow(2, receipt.Failures));
        if (receipt.Failures < MostFailures) return;
        (receipt.State, receipt.Verdict, receipt.ProcessedAt) = (ReceiptState.Parked, DeliveryVerdict.Parked, tx.Now);
        ReceiptEffects.Journal(tx, receipt, By);
        await tx.AlarmAsync(AlarmKind.ReceiptParked, $"receipt {id}", By, ct, receipt.OrderId);
    }

    private async Task TellConflictsAsync(CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
            if (!await db.Set<Receipt>().AnyAsync(r => r.ConflictUntold, ct))
                return;
        await writes.DoAsync(
            async tx =>
            {
                foreach (var receipt in await tx.Db.Set<Receipt>().Where(r => r.ConflictUntold).Take(Batch).ToListAsync(ct))
                {
                    receipt.ConflictUntold = false;
                    await tx.AlarmAsync(AlarmKind.EventConflict, receipt.EventId!, By, ct, receipt.OrderId);
                }
            },
            ct);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A batch of receipts failed; they are processed one by one")]
        public static partial void BatchFailed(ILogger logger, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "Receipt {Id} failed")]
        public static partial void Failed(ILogger logger, long id, Exception failure);
    }
}
