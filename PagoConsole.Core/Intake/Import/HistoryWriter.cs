using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake.Import;

/// <summary>One line that was read: an order, or why there is none.</summary>
internal sealed record ReadLine(long Line, string Raw, HistoryOrder? Order, string? Fault);

/// <summary>What became of some lines.</summary>
/// <param name="Taken">Orders stored.</param>
/// <param name="AlreadyThere">Orders that were there.</param>
/// <param name="Refused">Lines not taken.</param>
/// <param name="Others">Another number than before: another process has written meanwhile.</param>
internal sealed record ChunkOutcome(int Taken, int AlreadyThere, IReadOnlyList<RefusedLine> Refused, long Others);

/// <summary>Stores some lines in one transaction: all that belongs to their orders, and one entry in the journal.</summary>
internal sealed class HistoryWriter(Writes writes)
{
    private static readonly Actor By = Actor.Job("import");

    /// <summary>Stores those that are not there yet.</summary>
    public Task<ChunkOutcome> WriteAsync(string runId, IReadOnlyList<ReadLine> lines, CancellationToken ct) => writes.DoAsync(
        async tx =>
        {
            await tx.Dialect.PrepareForManyRowsAsync(tx.Db, ct);
            var others = await tx.Dialect.OthersCommittedAsync(tx.Db, ct);
            var (orders, outcome) = await SortOutAsync(tx.Db, lines, others, ct);
            if (orders.Count == 0) return outcome;
            await InsertAsync(tx, orders, ct);
            var (first, last) = (lines[0].Line, lines[^1].Line);
            tx.Journal(
                ImportEvents.StreamOf(runId), ImportEvents.Imported, By,
                new { first, last, outcome.Taken, outcome.AlreadyThere, refused = outcome.Refused.Count, sha256 = HashOf(lines) });
            return outcome;
        },
        ct);

    // Which lines are new, by what is stored and by what came earlier in the same lines.
    private static async Task<(List<HistoryOrder> Orders, ChunkOutcome Outcome)> SortOutAsync(PagoDb db, IReadOnlyList<ReadLine> lines, long others, CancellationToken ct)
    {
        var candidates = lines.Select(line => line.Order).OfType<HistoryOrder>().ToList();
        var known = await KnownAsync(db, [.. candidates.Select(c => c.Order.OrderId)], ct);
        var owners = await OwnersAsync(db, [.. candidates.Select(c => c.Payment?.PaymentId).OfType<string>()], ct);
        var orders = new List<HistoryOrder>();
        var refused = new List<RefusedLine>();
        var alreadyThere = 0;
        foreach (var line in lines)
        {
            if (line.Order is not { } order)
            {
                refused.Add(new RefusedLine(line.Line, line.Fault!));
            }
            else if (known.Contains(order.Order.OrderId))
            {
                alreadyThere++;
            }
            else if (order.Payment is { } payment && !owners.TryAdd(payment.PaymentId, order.Order.OrderId))
            {
                refused.Add(new RefusedLine(line.Line, $"{ImportColumns.PaymentId}: {payment.PaymentId} belongs to order {owners[payment.PaymentId]}"));
            }
            else
            {
                known.Add(order.Order.OrderId);
                orders.Add(order);
            }
        }

        return (orders, new ChunkOutcome(orders.Count, alreadyThere, refused, others));
    }

    private static async Task<HashSet<string>> KnownAsync(PagoDb db, string[] ids, CancellationToken ct) =>
        [.. await db.Set<Order>().Where(o => EF.Parameter(ids).Contains(o.OrderId)).Select(o => o.OrderId).ToListAsync(ct)];

    private static Task<Dictionary<string, string>> OwnersAsync(PagoDb db, string[] ids, CancellationToken ct) =>
        db.Set<Payment>().Where(p => EF.Parameter(ids).Contains(p.PaymentId)).ToDictionaryAsync(p => p.PaymentId, p => p.OrderId, ct);

    private static async Task InsertAsync(WriteScope tx, List<HistoryOrder> orders, CancellationToken ct)
    {
        async Task PutAsync(RowShape shape, List<object?[]> rows)
        {
            // Somebody placed the same order between our look and this: the transaction is run again on what is true now.
            if (await tx.Dialect.InsertAsync(tx.Db, shape, rows, ct) != rows.Count) throw new DbUpdateConcurrencyException("Rows appeared meanwhile.");
        }

        await PutAsync(HistoryRows.Orders, orders.ConvertAll(o => HistoryRows.Of(o.Order)));
        await PutAsync(HistoryRows.Contents, orders.ConvertAll(o => new object?[] { o.Order.OrderId, o.Content }));
        await PutAsync(HistoryRows.Identifiers, [.. orders.SelectMany(o => o.Identifiers).Select(HistoryRows.Of)]);
        await PutAsync(HistoryRows.Payments, [.. orders.Select(o => o.Payment).OfType<Payment>().Select(HistoryRows.Of)]);
        await PutAsync(HistoryRows.Movements, [.. orders.Select(o => o.Money).OfType<Payments.MoneyMovement>().Select(HistoryRows.Of)]);
        await PutAsync(HistoryRows.Labels, [.. orders.Where(o => o.Order.Fraud is not null).Select(o => HistoryRows.LabelOf(o.Order, By))]);
    }

    /// <summary>SHA-256 of the lines as they stand in the file, each ended by a line feed.</summary>
    private static string HashOf(IReadOnlyList<ReadLine> lines)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) sha.AppendData(Encoding.UTF8.GetBytes(line.Raw + "\n"));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
