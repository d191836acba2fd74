using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>What of an order's money is still here. Sees what the running transaction has added.</summary>
internal static class RefundBalance
{
    /// <summary>Hundredths of the order's currency that may still be asked back: what settled it, less what went back or is on its way.</summary>
    public static async Task<long> LeftAsync(PagoDb db, Order order, Payment payment, CancellationToken ct) =>
        await HereAsync(db, order, payment, ct) - (await RefundsAsync(db, order.OrderId, ct)).Where(r => r.IsOpen).Sum(r => r.AmountMinor);

    /// <summary>Whether all that settled the order went back.</summary>
    public static async Task<bool> IsAllGoneAsync(PagoDb db, Order order, Payment payment, CancellationToken ct) =>
        await HereAsync(db, order, payment, ct) <= 0;

    /// <summary>Every refund of an order, oldest first.</summary>
    public static async Task<List<Refund>> RefundsAsync(PagoDb db, string orderId, CancellationToken ct)
    {
        await db.Set<Refund>().Where(r => r.OrderId == orderId).LoadAsync(ct);
        return [.. db.Set<Refund>().Local.Where(r => r.OrderId == orderId).OrderBy(r => r.RequestedAt)];
    }

    /// <summary>Every sighting of money of a payment.</summary>
    public static async Task<List<MoneyMovement>> MovementsAsync(PagoDb db, string paymentId, CancellationToken ct)
    {
        await db.Set<MoneyMovement>().Where(m => m.PaymentId == paymentId).LoadAsync(ct);
        return [.. db.Set<MoneyMovement>().Local.Where(m => m.PaymentId == paymentId)];
    }

    // What settled it, in its own currency or as finance accepted it, less what went back.
    private static async Task<long> HereAsync(PagoDb db, Order order, Payment payment, CancellationToken ct)
    {
        var movements = (await MovementsAsync(db, payment.PaymentId, ct)).Where(m => m.Currency == order.Currency).ToList();
        var settled = movements.Where(m => m.Kind == MovementKind.Payment && m.TransactionId == payment.TransactionId).Sum(m => m.AmountMinor);
        return settled - movements.Where(m => m.Kind == MovementKind.Refund).Sum(m => m.AmountMinor);
    }
}
