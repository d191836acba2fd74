using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Asks PagoEfectivo to send money back, wholly or in part; never more, in all, than was received.</summary>
public sealed class RequestRefund
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    private readonly Writes writes;
    private readonly OrderNews news;
    private readonly CommandBook book;
    private readonly OrderDocuments documents;

    internal RequestRefund(Writes writes, OrderNews news, CommandBook book, OrderDocuments documents)
    {
        this.writes = writes;
        this.news = news;
        this.book = book;
        this.documents = documents;
    }

    /// <summary>Asks for it. The same amount and reason again (or the same key) is a repeat and changes nothing, unless the first one failed.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="amount">More than 0, at most two decimals, in the order's currency.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">Tells two refunds of the same amount and reason apart.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="requestId">To quote to support.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<OrderDocument>> RunAsync(
        string orderId, decimal amount, string reason, string? key, Actor by, string requestId, CancellationToken ct) =>
        writes.RunAsync<OrderDocument>(
            async tx =>
            {
                if (!by.May(Permission.ApiOrdersWrite) && !by.May(Permission.Refund)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.UnknownOrder;
                if (order.Imported) return RefusalCode.OrderIsHistory;
                if (amount <= 0 || !Money.TryOf(amount, order.Currency, out var money)) return new Refusal(RefusalCode.Invalid, "amount", "more than 0, at most two decimals");
                if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason) return new Refusal(RefusalCode.Invalid, "reason", $"1 to {LongestReason} characters");
                var payment = await tx.Db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == orderId, ct);
                var earlier = await tx.Db.Set<Refund>().Where(r => r.OrderId == orderId && r.State != RefundState.Failed).ToListAsync(ct);
                if (earlier.Any(r => IsRepeat(r, money, reason, key))) return documents.Of(order, payment, requestId);
                if (key is not null && earlier.Any(r => r.RequestKey == key)) return new Refusal(RefusalCode.KeyTakenWithOtherContent, "Idempotency-Key", "The key was used before with other content.");
                if (payment is null || !order.Status.HasMoney())
                    return new Refusal(order.Status == OrderStatus.Refunded ? RefusalCode.RefundExceedsReceived : RefusalCode.NothingReceived, Detail: $"The order is {order.Status}.");
                var left = await RefundBalance.LeftAsync(tx.Db, order, payment, ct);
                if (money.Minor > left)
                    return new Refusal(RefusalCode.RefundExceedsReceived, "amount", $"At most {new Money(Math.Max(0, left), order.Currency)} is left to refund.");
                await AskAsync(tx, order, payment, money, whole: money.Minor == left, reason, key, by, ct);
                return documents.Of(order, payment, requestId);
            },
            ct);

    private async Task AskAsync(
        WriteScope tx, Order order, Payment payment, Money money, bool whole, string reason, string? key, Actor by, CancellationToken ct)
    {
        var refund = new Refund
        {
            RefundId = Ids.New("ref", tx.Now),
            OrderId = order.OrderId,
            AmountMinor = money.Minor,
            Currency = money.Currency,
            Reason = reason,
            Whole = whole && OrderTransitions.May(order.Status, OrderStatus.RefundRequested),
            RequestKey = key,
            RequestedBy = by.Signature,
            RequestedAt = tx.Now,
        };
        tx.Db.Add(refund);
        book.Refund(tx, payment, refund);
        var details = new { refund.RefundId, amount = money.ToWire() };
        if (refund.Whole)
        {
            await news.MoveAsync(tx, order, OrderStatus.RefundRequested, by, null, details, ct, personal: new { reason });
            return;
        }

        order.Touch();
        tx.Journal(order.Stream, OrderEvents.PartialRefundRequested, by, details, order.OrderId, new { reason });
    }

    private static bool IsRepeat(Refund earlier, Money money, string reason, string? key) =>
        earlier.RequestKey == key && earlier.Amount == money && earlier.Reason == reason;
}
