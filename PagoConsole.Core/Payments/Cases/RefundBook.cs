using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>What a refund is to be.</summary>
/// <param name="Money">How much.</param>
/// <param name="Reason">Why.</param>
/// <param name="Completes">Whether with it nothing is left of the money that paid the order.</param>
internal sealed record RefundWish(Money Money, string Reason, bool Completes)
{
    public string? Key { get; init; }

    public RefundRoute Route { get; init; }

    /// <summary>The transaction whose money goes back; null for the money that paid the order.</summary>
    public string? OfTransaction { get; init; }

    /// <summary>The money case by which it was decided.</summary>
    public string? CaseId { get; init; }
}

/// <summary>Writes refunds down, inside transactions that hold the order's row and have made sure that so much is left.</summary>
internal sealed class RefundBook(OrderNews news, CommandBook book)
{
    public async Task<Refund> AskAsync(WriteScope tx, Order order, Payment payment, RefundWish wish, Actor by, CancellationToken ct)
    {
        var refund = new Refund
        {
            RefundId = Ids.New("ref", tx.Now),
            OrderId = order.OrderId,
            AmountMinor = wish.Money.Minor,
            Currency = wish.Money.Currency,
            Reason = wish.Reason,
            Whole = wish.Completes && OrderTransitions.May(order.Status, OrderStatus.RefundRequested),
            RequestKey = wish.Key,
            RequestedBy = by.Signature,
            RequestedAt = tx.Now,
            Route = wish.Route,
            OfTransaction = wish.OfTransaction,
            CaseId = wish.CaseId,
        };
        tx.Db.Add(refund);
        if (refund.Route == RefundRoute.PagoEfectivo) book.Refund(tx, payment, refund);
        var details = new { refund.RefundId, amount = refund.Amount.ToWire(), currency = refund.Currency.Code, refund.Route };
        if (refund.Whole)
        {
            await news.MoveAsync(tx, order, OrderStatus.RefundRequested, by, null, details, ct, personal: new { reason = refund.Reason });
            return refund;
        }

        order.Touch();
        tx.Journal(order.Stream, OrderEvents.PartialRefundRequested, by, details, order.OrderId, new { reason = refund.Reason });
        return refund;
    }
}
