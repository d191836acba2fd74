using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>
/// Has a verified delivery processed again: as a dry run, which does everything that the real one does and is rolled back, or for real, with
/// a note. The receipt itself stays as it was; a replay is a row of its own.
/// </summary>
public sealed partial class ReplayReceipt
{
    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 2000;

    private readonly Writes writes;
    private readonly ReceiptEffects effects;
    private readonly ILogger<ReplayReceipt> log;

    internal ReplayReceipt(Writes writes, ReceiptEffects effects, ILogger<ReplayReceipt> log) => (this.writes, this.effects, this.log) = (writes, effects, log);

    /// <summary>Says what a replay would change, and changes nothing.</summary>
    public async Task<Result<ReplayFindings>> DryRunAsync(EventLine delivery, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ReplayDeliveries)) return RefusalCode.NotAllowed;
        if (delivery.ReceiptId is not { } receiptId) return RefusalCode.DeliveryNotVerified;
        try
        {
            return await writes.RehearseAsync<ReplayFindings>(tx => ReplayAsync(tx, receiptId, "-", by, ct), ct);
        }
        catch (Exception failure) when (IsOfTheReceipt(failure))
        {
            return Failed(receiptId, failure);
        }
    }

    /// <summary>Replays it; refused when that would change nothing.</summary>
    public async Task<Result<ReplayFindings>> RunAsync(EventLine delivery, string note, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ReplayDeliveries)) return RefusalCode.NotAllowed;
        if (delivery.ReceiptId is not { } receiptId) return RefusalCode.DeliveryNotVerified;
        if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
        if (note.Trim().Length > LongestNote) return new Refusal(RefusalCode.Invalid, "note");
        try
        {
            return await writes.RunAsync<ReplayFindings>(
                async tx =>
                {
                    var replayed = await ReplayAsync(tx, receiptId, note.Trim(), by, ct);
                    return replayed is { Done: true, Value: { Changes: false, Settles: false } } ? RefusalCode.ReplayChangesNothing : replayed;
                },
                ct);
        }
        catch (Exception failure) when (IsOfTheReceipt(failure))
        {
            var refusal = Failed(receiptId, failure);
            await writes.DoAsync(tx => TellFailureAsync(tx, receiptId, note.Trim(), failure, by, ct), ct);
            return refusal;
        }
    }

    private async Task<Result<ReplayFindings>> ReplayAsync(WriteScope tx, long receiptId, string note, Actor by, CancellationToken ct)
    {
        await tx.LockNamesAsync([$"receipt/{receiptId}"], ct);
        if (await tx.Db.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == receiptId, ct) is not { } receipt) return RefusalCode.NotFound;
        if (receipt.State == ReceiptState.Waiting) return RefusalCode.DeliveryStillWaits;
        var trail = await tx.Db.Set<ReceiptReplay>().Where(r => r.ReceiptId == receiptId)
            .OrderByDescending(r => r.ReplayId).Select(r => (DeliveryVerdict?)r.Verdict).FirstOrDefaultAsync(ct) ?? receipt.Verdict;

        // Not tracked: what the effects write into it goes nowhere but into what was found.
        (receipt.State, receipt.Verdict, receipt.Detail) = (ReceiptState.Waiting, DeliveryVerdict.Waiting, null);
        var found = await ReplayWitness.WatchAsync(tx, receipt, trail, () => effects.ApplyAsync(tx, [receipt], ct), ct);
        if (receipt.State == ReceiptState.Waiting) return RefusalCode.DeliveryStillWaits;
        Record(tx, receipt, found, note, by);
        return found;
    }

    private static void Record(WriteScope tx, Receipt receipt, ReplayFindings found, string note, Actor by)
    {
        var replay = new ReceiptReplay
        {
            ReplayId = Ids.New("rpl", tx.Now),
            ReceiptId = receipt.Id,
            At = tx.Now,
            By = by.Signature,
            Note = note,
            Before = found.Before,
            Verdict = found.Verdict,
            OrderId = found.OrderId,
            MovedFrom = found.From,
            MovedTo = found.To,
        };
        tx.Db.Add(replay);
        tx.Journal(
            StreamOf(tx, found.OrderId),
            ReplayEvents.Replayed,
            by,
            new { replay.ReplayId, receiptId = receipt.Id, receipt.EventId, replay.Before, replay.Verdict, replay.MovedFrom, replay.MovedTo, found.MoneyCases, found.Callbacks },
            found.OrderId,
            new { note });
    }

    private static async Task TellFailureAsync(WriteScope tx, long receiptId, string note, Exception failure, Actor by, CancellationToken ct)
    {
        var orderId = await tx.Db.Set<Receipt>().Where(r => r.Id == receiptId).Select(r => r.OrderId).SingleOrDefaultAsync(ct);
        tx.Journal(StreamOf(tx, orderId), ReplayEvents.Failed, by, new { receiptId, failure = failure.GetType().Name }, orderId, new { note });
    }

    private static string StreamOf(WriteScope tx, string? orderId) => orderId is null ? $"door/{Lima.DayOf(tx.Now):yyyy-MM-dd}" : Order.StreamOf(orderId);

    private static bool IsOfTheReceipt(Exception failure) => failure is not OperationCanceledException && !StoreOutage.Is(failure);

    private Refusal Failed(long receiptId, Exception failure)
    {
        Log.Failed(log, receiptId, failure);
        return new Refusal(RefusalCode.ReplayFailed, Args: [failure.GetType().Name]);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Receipt {Id} failed when it was replayed; nothing was changed")]
        public static partial void Failed(ILogger logger, long id, Exception failure);
    }
}
