using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Records whether an order turned out to be fraud.</summary>
public sealed class LabelOrder(Writes writes, OrderDocuments documents)
{
    /// <summary>Records it; what holds already by the same source changes nothing, something else holds from now on.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, bool fraud, string source, Actor by, string requestId, CancellationToken ct) =>
        writes.RecordAsync(
            documents, orderId, by, requestId, (tx, order) => RecordAsync(tx, order, fraud, source, by, ct), ct, people: Permission.DecideCases);

    private static async Task<Refusal?> RecordAsync(WriteScope tx, Order order, bool fraud, string source, Actor by, CancellationToken ct)
    {
        var latest = await tx.Db.Set<OrderLabel>().Where(l => l.OrderId == order.OrderId && l.Source == source).OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct);
        if (latest is { } said && said.Fraud == fraud && order is { FraudSource: LabelSource.Told } && order.Fraud == fraud) return null;
        tx.SayLabel(order, fraud, LabelSource.Told, source, by.Signature);
        tx.Journal(order.Stream, OrderEvents.Labelled, by, new { fraud, source }, order.OrderId);
        return null;
    }
}
