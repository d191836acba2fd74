using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>What all actions share by which the marketplace tells something about an order that exists.</summary>
internal static class OrderRecord
{
    /// <summary>
    /// Locks the order, lets the body record what it is told, and gives the order as it stands then. The marketplace may tell it, and people
    /// with the permission that is named.
    /// </summary>
    public static Task<Result<OrderDocument>> RecordAsync(
        this Writes writes, OrderDocuments documents, string orderId, Actor by, string requestId,
        Func<WriteScope, Order, Task<Refusal?>> body, CancellationToken ct, Permission? people = null) =>
        writes.ShareAsync<OrderDocument>(
            async tx =>
            {
                if (!by.May(Permission.ApiOrdersWrite) && !(people is { } also && by.May(also))) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.UnknownOrder;
                if (await body(tx, order) is { } refusal) return refusal;
                var payment = await tx.Db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == orderId, ct);
                return documents.Of(order, payment, requestId);
            },
            ct);

    /// <summary>Locks the order, unless it is history: with that nothing is done any more.</summary>
    public static Task<Result<OrderDocument>> RecordLiveAsync(
        this Writes writes, OrderDocuments documents, string orderId, Actor by, string requestId,
        Func<WriteScope, Order, Task<Refusal?>> body, CancellationToken ct) =>
        writes.RecordAsync(
            documents, orderId, by, requestId,
            (tx, order) => order.Imported ? Task.FromResult<Refusal?>(new Refusal(RefusalCode.OrderIsHistory)) : body(tx, order), ct);

    /// <summary>The state does not allow it.</summary>
    public static Refusal NotNow(Order order) =>
        new(RefusalCode.NotPossibleInThisState, Detail: $"The order is {order.Status}.", Args: [order.Status]);

    /// <summary>The same instant, as far as the store keeps it.</summary>
    public static bool IsSameInstant(this DateTimeOffset one, DateTimeOffset other) => one.ToUnixTimeMilliseconds() == other.ToUnixTimeMilliseconds();
}
