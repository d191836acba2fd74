using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Records whether an order turned out to be fraud.</summary>
public sealed class LabelOrder(Writes writes, OrderDocuments documents)
{
    /// <summary>Records it; what holds already changes nothing, something else holds from now on.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, bool fraud, string source, Actor by, string requestId, CancellationToken ct) =>
        writes.RecordAsync(documents, orderId, by, requestId, (tx, order) => RecordAsync(tx, order, fraud, source, by, ct), ct);

    private static async Task<Refusal?> RecordAsync(WriteScope tx, Order order, bool fraud, string source, Actor by, CancellationToken ct)
    {
        var latest = await tx.Db.Set<OrderLabel>().Where(l => l.OrderId == order.OrderId).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        if (latest is not null && latest.Fraud == fraud && latest.Source == source) return null;
        tx.Db.Add(new OrderLabel { OrderId = order.OrderId, Fraud = fraud, Source = source, LabelledAt = tx.Now, LabelledBy = by.Signature });
        tx.Journal(order.Stream, OrderEvents.Labelled, by, new { fraud, source }, order.OrderId);
        return null;
    }
}
