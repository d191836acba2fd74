using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Asks PagoEfectivo to send money back, wholly or in part; never more, in all, than was received.</summary>
public sealed class RequestRefund
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 500;

    private readonly Writes writes;
    private readonly RefundBook book;
    private readonly OrderDocuments documents;

    internal RequestRefund(Writes writes, RefundBook book, OrderDocuments documents)
    {
        this.writes = writes;
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
        writes.ShareAsync<OrderDocument>(
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
                if (await tx.AskedAgainAsync(order, money, by, ct) is { } beingDecided) return beingDecided;
                await book.AskAsync(tx, order, payment, new RefundWish(money, reason, Completes: money.Minor == left) { Key = key }, by, ct);
                return documents.Of(order, payment, requestId);
            },
            ct);

    private static bool IsRepeat(Refund earlier, Money money, string reason, string? key) =>
        earlier.RequestKey == key && earlier.Amount == money && earlier.Reason == reason;
}
