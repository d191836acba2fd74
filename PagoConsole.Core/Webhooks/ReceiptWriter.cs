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
                for (var i = 0; i < batch.Count; i++) batch[i].Done.SetResult(stored[i]);
            }
            catch (Exception failure)
            {
                Log.Failed(log, batch.Count, failure);
                foreach (var waiting in batch) waiting.Done.TrySetResult(Stored.NotNow);
            }
        }
    }

    private static async Task<Stored[]> InsertAsync(WriteScope tx, List<Receipt> receipts)
    {
        var taken = new HashSet<string>();
        await using (var insert = await tx.Db.CommandAsync(
            "INSERT INTO receipts (event_id, type, payment_id, received_at, body, body_hash, headers, sender, state, verdict, detail, failures, next_at, "
            + $"duplicates, conflicts, conflict_untold) VALUES {Values(receipts.Count)} ON CONFLICT (event_id) DO NOTHING RETURNING event_id",
            [.. receipts.SelectMany(Columns)],
            CancellationToken.None))
        await using (var rows = await insert.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                if (!await rows.IsDBNullAsync(0))
                    taken.Add(rows.GetString(0));

        tx.Ring(ProcessReceipts.Bell);
        var stored = new Stored[receipts.Count];
        for (var i = 0; i < stored.Length; i++)
        {
            // The first of a batch that names an id has taken it; a second one in the same batch is a duplicate as well.
            var isNew = receipts[i].EventId is not { } id || taken.Remove(id);
            stored[i] = isNew ? Stored.New : Stored.Duplicate;
            if (!isNew) await CountAgainAsync(tx.Db, receipts[i]);
        }

        return stored;
    }

    private static Task CountAgainAsync(PagoDb db, Receipt again) => db.ExecuteAsync(
        "UPDATE receipts SET duplicates = duplicates + 1, conflicts = conflicts + CASE WHEN body_hash = @p1 THEN 0 ELSE 1 END, "
        + "conflict_untold = conflict_untold OR body_hash <> @p1 WHERE event_id = @p0",
        [again.EventId, again.BodyHash],
        CancellationToken.None);

    private const int ColumnCount = 13;

    private static string Values(int rows) =>
        string.Join(", ", Enumerable.Range(0, rows).Select(r => $"({Sql.Marks(r * ColumnCount, ColumnCount)}, 0, 0, FALSE)"));

    private static object?[] Columns(Receipt r) =>
    [
        r.EventId, r.Type, r.PaymentId, r.ReceivedAt.ToUnixTimeMilliseconds(), r.Body, r.BodyHash, r.Headers, r.Sender, r.State.ToString(),
        r.Verdict.ToString(), r.Detail, r.Failures, r.NextAt.ToUnixTimeMilliseconds(),
    ];

    private sealed record Waiting(Receipt Receipt, TaskCompletionSource<Stored> Done);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} deliveries could not be stored; PagoEfectivo was asked to send them again")]
        public static partial void Failed(ILogger logger, int count, Exception failure);
    }
}
