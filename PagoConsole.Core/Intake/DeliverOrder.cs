using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Records that an order was received. Once its money is to go back, that is kept as evidence only.</summary>
public sealed class DeliverOrder(Writes writes, OrderNews news, OrderDocuments documents)
{
    /// <summary>Records it; the same again changes nothing, something else is refused, and so is a delivery without a shipment.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, DeliveryContent content, Actor by, string requestId, CancellationToken ct) =>
        writes.RecordLiveAsync(documents, orderId, by, requestId, (tx, order) => RecordAsync(tx, order, content, by, ct), ct);

    private async Task<Refusal?> RecordAsync(WriteScope tx, Order order, DeliveryContent content, Actor by, CancellationToken ct)
    {
        if (await tx.Db.Set<Delivery>().FindAsync([order.OrderId], ct) is { } known)
        {
            if (!known.Says(content)) return new Refusal(RefusalCode.RecordedOtherwise);

            // Told while a refund was under way that then failed: now it takes effect.
            if (order.Status == OrderStatus.Shipped) await MoveAsync(tx, order, content, by, ct);
            return null;
        }

        switch (order.Status)
        {
            case OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.PaidLate or OrderStatus.Expired or OrderStatus.Cancelled
                or OrderStatus.Rejected:
                return OrderRecord.NotNow(order);
            case OrderStatus.Paid:
                return new Refusal(RefusalCode.NotShippedYet);
            case OrderStatus.RefundRequested or OrderStatus.Refunded when !await WasShippedAsync(tx, order, ct):
                return new Refusal(RefusalCode.NotShippedYet);
            case OrderStatus.Shipped:
                await MoveAsync(tx, order, content, by, ct);
                break;
            case OrderStatus.Delivered or OrderStatus.RefundRequested or OrderStatus.Refunded:
                tx.Journal(
                    order.Stream, OrderEvents.EvidenceKept, by, new { what = "delivery", content.DeliveredAt }, order.OrderId, new { content.ReceivedBy });
                break;
        }

        tx.Db.Add(new Delivery
        {
            OrderId = order.OrderId,
            DeliveredAt = content.DeliveredAt,
            ReceivedBy = content.ReceivedBy,
            RecordedAt = tx.Now,
            RecordedBy = by.Signature,
        });
        return null;
    }

    private static async Task<bool> WasShippedAsync(WriteScope tx, Order order, CancellationToken ct) =>
        order.StatusBeforeRefund is OrderStatus.Shipped or OrderStatus.Delivered
        || await tx.Db.Set<Shipment>().FindAsync([order.OrderId], ct) is not null;

    private Task MoveAsync(WriteScope tx, Order order, DeliveryContent content, Actor by, CancellationToken ct) =>
        news.MoveAsync(tx, order, OrderStatus.Delivered, by, null, new { content.DeliveredAt }, ct, personal: new { content.ReceivedBy });
}
