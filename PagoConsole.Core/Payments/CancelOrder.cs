using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Calls off an order in review or not yet paid; its payable code follows at PagoEfectivo.</summary>
public sealed class CancelOrder
{
    private readonly Writes writes;
    private readonly OrderNews news;
    private readonly CommandBook book;
    private readonly OrderDocuments documents;

    internal CancelOrder(Writes writes, OrderNews news, CommandBook book, OrderDocuments documents)
    {
        this.writes = writes;
        this.news = news;
        this.book = book;
        this.documents = documents;
    }

    /// <summary>Calls it off; a cancelled order stays as it is.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, string? reason, Actor by, string requestId, CancellationToken ct) =>
        writes.ShareAsync<OrderDocument>(
            async tx =>
            {
                if (!by.May(Permission.ApiOrdersWrite)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.UnknownOrder;
                if (order.Imported) return RefusalCode.OrderIsHistory;
                var payment = await tx.Db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == orderId, ct);
                if (order.Status != OrderStatus.Cancelled)
                {
                    if (!OrderTransitions.May(order.Status, OrderStatus.Cancelled))
                        return new Refusal(RefusalCode.NotPossibleInThisState, Detail: $"The order is {order.Status}; only an order in review or not yet paid can be cancelled.");
                    await EndAsync(tx, order, payment, ct);
                    await news.MoveAsync(tx, order, OrderStatus.Cancelled, by, "cancelled_by_marketplace", null, ct, personal: reason is null ? null : new { reason });
                }

                return documents.Of(order, payment, requestId);
            },
            ct);

    // A payment that is still being created is called off once it is there: see CommandOutcomes.
    private async Task EndAsync(WriteScope tx, Order order, Payment? payment, CancellationToken ct)
    {
        if (payment is { Status: PaymentStatus.Pending }) book.Cancel(tx, payment);
        if (await tx.Db.Set<ReviewCase>().SingleOrDefaultAsync(c => c.OrderId == order.OrderId, ct) is { State: not ReviewState.Closed } held) held.Close();
    }
}
