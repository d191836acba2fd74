using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks;

/// <summary>What storing a delivery came to.</summary>
internal enum Stored
{
    /// <summary>It is durable.</summary>
    New,

    /// <summary>Its event id was here before; that was counted.</summary>
    Duplicate,

    /// <summary>It could not be stored now; nothing of it was.</summary>
    NotNow,
}

/// <summary>Makes deliveries durable, many in one transaction: whoever waits shares the cost of one sync to disk.</summary>
internal sealed partial class ReceiptWriter(Writes writes, ILogger<ReceiptWriter> log) : BackgroundService
{
    /// <summary>Deliveries that may wait; past that the door says 503 and PagoEfectivo sends again.</summary>
    public const int MostWaiting = 4000;

    /// <summary>Deliveries in one transaction: short, so that other writers get their turn.</summary>
    private const int Batch = 200;

    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private long written;

    /// <summary>Deliveries stored since the start: tells whoever works them off whether more come than it can do.</summary>
    public long Written => Interlocked.Read(ref written);

    /// <summary>Waits until the delivery is on disk, or cannot be stored now.</summary>
    public Task<Stored> StoreAsync(Receipt receipt)
    {
        var waiting = new Waiting(receipt, new TaskCompletionSource<Stored>(TaskCreationOptions.RunContinuationsAsynchronously));
        return queue.Writer.TryWrite(waiting) ? waiting.Done.Task : Task.FromResult(Stored.NotNow);
    }

    /// <summary>Finishes what was taken in.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (ExecuteTask is not null) await ExecuteTask.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(Batch);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < Batch && queue.Reader.TryRead(out var next)) batch.Add(next);
            try
            {
                var stored = await writes.DoAsync(tx => InsertAsync(tx, batch.ConvertAll(w => w.Receipt)), CancellationToken.None, WritePriority.Door);
                Interlocked.Add(ref written, batch.Count);
                for (var i = 0; i < batch.Count; i++) batch[i].Done.SetResult(stored[i]);
            }
            catch (Exception failure)
            {
                // What stopped these would keep those behind them waiting for just as long.
                while (queue.Reader.TryRead(out var next)) batch.Add(next);
                Log.Failed(log, batch.Count, failure);
                foreach (var waiting in batch) waiting.Done.TrySetResult(Stored.NotNow);
            }
        }
    }

    private static async Task<Stored[]> InsertAsync(WriteScope tx, List<Receipt> receipts)
    {
        // The first of a batch that names an id takes it; a second one in the same batch is a duplicate as well.
        var put = await tx.Dialect.InsertTellingAsync(tx.Db, Shape, receipts.ConvertAll(Columns), key: 0, CancellationToken.None);
        tx.Ring(ProcessReceipts.Bell);
        for (var i = 0; i < put.Length; i++)
            if (!put[i])
                await CountAgainAsync(tx.Db, receipts[i]);
        return Array.ConvertAll(put, isNew => isNew ? Stored.New : Stored.Duplicate);
    }

    private static Task CountAgainAsync(PagoDb db, Receipt again) => db.ExecuteAsync(
        "UPDATE receipts SET duplicates = duplicates + 1, conflicts = conflicts + CASE WHEN body_hash = @p1 THEN 0 ELSE 1 END, "
        + "conflict_untold = conflict_untold OR body_hash <> @p1 WHERE event_id = @p0",
        [again.EventId, again.BodyHash],
        CancellationToken.None);

    private static readonly RowShape Shape = new(
        "receipts",
        ("event_id", ColumnKind.Text), ("type", ColumnKind.Text), ("payment_id", ColumnKind.Text), ("received_at", ColumnKind.Number), ("body", ColumnKind.Bytes),
        ("body_hash", ColumnKind.Bytes), ("headers", ColumnKind.Text), ("sender", ColumnKind.Text), ("state", ColumnKind.Text), ("verdict", ColumnKind.Text),
        ("detail", ColumnKind.Text), ("failures", ColumnKind.Number), ("next_at", ColumnKind.Number), ("duplicates", ColumnKind.Number),
        ("conflicts", ColumnKind.Number), ("conflict_untold", ColumnKind.Flag));

    private static object?[] Columns(Receipt r) =>
    [
        r.EventId, r.Type, r.PaymentId, r.ReceivedAt.ToUnixTimeMilliseconds(), r.Body, r.BodyHash, r.Headers, r.Sender, r.State.ToString(),
        r.Verdict.ToString(), r.Detail, (long)r.Failures, r.NextAt.ToUnixTimeMilliseconds(), 0L, 0L, false,
    ];

    private sealed record Waiting(Receipt Receipt, TaskCompletionSource<Stored> Done);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} deliveries could not be stored; PagoEfectivo was asked to send them again")]
        public static partial void Failed(ILogger logger, int count, Exception failure);
    }
}
