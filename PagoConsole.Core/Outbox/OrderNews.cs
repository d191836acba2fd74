using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Outbox;

/// <summary>
/// The one way in which an order changes: the state machine, the journal and the message to the marketplace go together, in one
/// transaction.
/// </summary>
public sealed class OrderNews(PublicAddress address)
{
    /// <summary>Moves an order to another state, journals it, and tells the marketplace if that state is told.</summary>
    /// <param name="tx">The transaction, which holds the order's row.</param>
    /// <param name="order">The order.</param>
    /// <param name="to">Where to; the machine must allow it.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="reason">Why, as a stable word.</param>
    /// <param name="data">More for the journal.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="personal">More for the journal that is personal data, kept apart.</param>
    /// <param name="told">More for the marketplace, as <c>details</c> of the message.</param>
    public async Task MoveAsync(
        WriteScope tx, Order order, OrderStatus to, Actor by, string? reason, object? data, CancellationToken ct, object? personal = null, object? told = null)
    {
        var from = order.Status;
        using var step = OrderTrace.Begin($"order.{KindOf(from, to).Split('.')[^1]}", order.OrderId)?.SetTag("pago.from", from.ToString()).SetTag("pago.to", to.ToString());
        order.MoveTo(to, reason, tx.Now);
        tx.Journal(order.Stream, KindOf(from, to), by, new { from, to, reason, details = data }, order.OrderId, personal);
        if (CallbackOf(from, to) is { } type) await TellAsync(tx, order, type, ct, reinstated: type == CallbackType.Paid && IsFinance(from, by), more: told);
    }

    /// <summary>Tells the marketplace something about an order as it stands now.</summary>
    public async Task TellAsync(WriteScope tx, Order order, CallbackType type, CancellationToken ct, bool reinstated = false, object? more = null)
    {
        // What nobody was ever told of was taken in just now and has no payable code yet.
        var payment = order is { CallbackSequence: 0, Imported: false } ? null
            : tx.Db.Set<Payment>().Local.FirstOrDefault(p => p.OrderId == order.OrderId) ?? await tx.Db.Set<Payment>().FirstOrDefaultAsync(p => p.OrderId == order.OrderId, ct);
        order.CallbackSequence++;
        order.Touch();
        var id = Ids.New("msg", tx.Now);
        var data = new Dictionary<string, object?>
        {
            ["sequence"] = order.CallbackSequence,
            ["order"] = OrderDocument.Of(order, payment, address.Root, id),
        };
        if (reinstated) data["reinstated"] = true;
        if (more is not null) data["details"] = more;
        tx.Insert(new OutboxMessage
        {
            MessageId = id,
            OrderId = order.OrderId,
            Sequence = order.CallbackSequence,
            Type = type,
            Body = JsonSerializer.Serialize(new { type = type.ToWire(), timestamp = tx.Now, data }, OrderDocument.Json),
            CreatedAt = tx.Now,
            NextAttemptAt = OutboxMessage.AtOnce,
        });
        tx.Ring(OutboxMessage.Bell);
    }

    private static bool IsFinance(OrderStatus from, Actor by) => by.Kind == ActorKind.Person && from != OrderStatus.RefundRequested;

    private static CallbackType? CallbackOf(OrderStatus from, OrderStatus to)
    {
        if (from == OrderStatus.RefundRequested && to != OrderStatus.Refunded) return CallbackType.RefundFailed;
        return to switch
        {
            OrderStatus.InReview => CallbackType.InReview,
            OrderStatus.AwaitingPayment => CallbackType.Approved,
            OrderStatus.Paid => CallbackType.Paid,
            OrderStatus.PaidLate => CallbackType.PaidLate,
            OrderStatus.RefundRequested => CallbackType.RefundRequested,
            OrderStatus.Refunded => CallbackType.Refunded,
            OrderStatus.Expired => CallbackType.Expired,
            OrderStatus.Cancelled => CallbackType.Cancelled,
            OrderStatus.Rejected => CallbackType.Rejected,
            OrderStatus.Shipped or OrderStatus.Delivered => null, // the marketplace told us
        };
    }

    private static string KindOf(OrderStatus from, OrderStatus to)
    {
        if (from == OrderStatus.RefundRequested && to != OrderStatus.Refunded) return OrderEvents.RefundFailed;
        return to switch
        {
            OrderStatus.InReview => OrderEvents.Held,
            OrderStatus.AwaitingPayment => OrderEvents.Approved,
            OrderStatus.Paid => OrderEvents.Paid,
            OrderStatus.PaidLate => OrderEvents.PaidLate,
            OrderStatus.Shipped => OrderEvents.Shipped,
            OrderStatus.Delivered => OrderEvents.Delivered,
            OrderStatus.RefundRequested => OrderEvents.RefundRequested,
            OrderStatus.Refunded => OrderEvents.Refunded,
            OrderStatus.Expired => OrderEvents.Expired,
            OrderStatus.Cancelled => OrderEvents.Cancelled,
            OrderStatus.Rejected => OrderEvents.Rejected,
        };
    }
}
