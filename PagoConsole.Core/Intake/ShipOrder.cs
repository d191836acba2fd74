using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Records that an order was handed to a carrier. Once its money is to go back, that is kept as evidence only.</summary>
public sealed class ShipOrder(Writes writes, OrderNews news, OrderDocuments documents)
{
    /// <summary>Records it; the same again changes nothing, something else is refused.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, ShipmentContent content, Actor by, string requestId, CancellationToken ct) =>
        writes.RecordLiveAsync(documents, orderId, by, requestId, (tx, order) => RecordAsync(tx, order, content, by, ct), ct);

    private async Task<Refusal?> RecordAsync(WriteScope tx, Order order, ShipmentContent content, Actor by, CancellationToken ct)
    {
        if (await tx.Db.Set<Shipment>().FindAsync([order.OrderId], ct) is { } known)
        {
            if (!known.Says(content)) return new Refusal(RefusalCode.RecordedOtherwise);

            // Told while a refund was under way that then failed: now it takes effect.
            if (order.Status == OrderStatus.Paid) await MoveAsync(tx, order, content, by, ct);
            return null;
        }

        switch (order.Status)
        {
            case OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.PaidLate or OrderStatus.Expired or OrderStatus.Cancelled
                or OrderStatus.Rejected:
                return OrderRecord.NotNow(order);
            case OrderStatus.Paid:
                await MoveAsync(tx, order, content, by, ct);
                break;
            case OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.RefundRequested or OrderStatus.Refunded:
                tx.Journal(order.Stream, OrderEvents.EvidenceKept, by, new { what = "shipment", content.Carrier, content.TrackingNumber, content.ShippedAt }, order.OrderId);
                break;
        }

        tx.Db.Add(new Shipment
        {
            OrderId = order.OrderId,
            Carrier = content.Carrier,
            TrackingNumber = content.TrackingNumber,
            ShippedAt = content.ShippedAt,
            RecordedAt = tx.Now,
            RecordedBy = by.Signature,
        });
        return null;
    }

    private Task MoveAsync(WriteScope tx, Order order, ShipmentContent content, Actor by, CancellationToken ct) =>
        news.MoveAsync(tx, order, OrderStatus.Shipped, by, null, new { content.Carrier, content.TrackingNumber, content.ShippedAt }, ct);
}
