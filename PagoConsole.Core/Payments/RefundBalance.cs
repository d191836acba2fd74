using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>What of an order's money is still here, transaction by transaction. Sees what the running transaction has added.</summary>
internal static class RefundBalance
{
    /// <summary>Hundredths of the order's currency that may still be asked back: what settled it, less what went back or is on its way.</summary>
    public static async Task<long> LeftAsync(PagoDb db, Order order, Payment payment, CancellationToken ct) => LeftOf(
        await MovementsAsync(db, payment.PaymentId, ct), await RefundsAsync(db, order.OrderId, ct), payment.TransactionId, payment.TransactionId, order.Currency);

    /// <summary>Whether all that settled the order went back.</summary>
    public static async Task<bool> IsAllGoneAsync(PagoDb db, Order order, Payment payment, CancellationToken ct) => HereOf(
        await MovementsAsync(db, payment.PaymentId, ct), await RefundsAsync(db, order.OrderId, ct), payment.TransactionId, payment.TransactionId, order.Currency) <= 0;

    /// <summary>All money of a payment that came and did not go back, whatever it was for; null where there is none. Of several currencies the first.</summary>
    public static async Task<Money?> HereInAllAsync(PagoDb db, Payment payment, CancellationToken ct) => (await MovementsAsync(db, payment.PaymentId, ct))
        .GroupBy(m => m.Currency)
        .Select(same => new Money(same.Sum(m => m.Kind == MovementKind.Payment ? m.AmountMinor : -m.AmountMinor), same.Key))
        .Where(money => money.Minor > 0).Select(money => (Money?)money).FirstOrDefault();

    /// <summary>Hundredths of one transaction's money that came and did not go back.</summary>
    /// <param name="movements">All of the payment.</param>
    /// <param name="refunds">All of the order.</param>
    /// <param name="settledBy">The transaction that pays the order; null while none does.</param>
    /// <param name="transactionId">Whose money; null for what pays the order, while nothing does.</param>
    /// <param name="currency">In this currency.</param>
    public static long HereOf(
        IReadOnlyCollection<MoneyMovement> movements, IReadOnlyCollection<Refund> refunds, string? settledBy, string? transactionId, Currency currency)
    {
        var same = movements.Where(m => m.Currency == currency).ToList();
        long Asked(string? id) => same.Where(m => m.Kind == MovementKind.Refund)
            .Where(m => refunds.FirstOrDefault(r => r.RefundId == m.TransactionId) is { } own && (own.OfTransaction ?? settledBy) == id).Sum(m => m.AmountMinor);
        long Kept(string? id) => same.Where(m => m.Kind == MovementKind.Payment && m.TransactionId == id).Sum(m => m.AmountMinor) - Asked(id);

        var unasked = same.Where(m => m.Kind == MovementKind.Refund && refunds.All(r => r.RefundId != m.TransactionId)).ToList();
        var paid = same.Where(m => m.Kind == MovementKind.Payment).OrderBy(m => m.At).ThenBy(m => m.TransactionId, StringComparer.Ordinal).Select(m => m.TransactionId).ToList();
        return Kept(transactionId) - UnaskedMoney.Of(transactionId, settledBy, unasked, paid, Kept);
    }

    /// <summary>Hundredths of a payment that PagoEfectivo still holds, as far as was told: what came, less all that it sent back.</summary>
    public static long AtPagoEfectivo(IReadOnlyCollection<MoneyMovement> movements, IReadOnlyCollection<Refund> refunds, Currency currency)
    {
        var paidByPeople = refunds.Where(r => r.Route != RefundRoute.PagoEfectivo).Select(r => r.RefundId).ToHashSet();
        return movements.Where(m => m.Currency == currency && !paidByPeople.Contains(m.TransactionId))
            .Sum(m => m.Kind == MovementKind.Payment ? m.AmountMinor : -m.AmountMinor);
    }

    /// <summary>The same, less what is on its way back.</summary>
    public static long LeftOf(
        IReadOnlyCollection<MoneyMovement> movements, IReadOnlyCollection<Refund> refunds, string? settledBy, string? transactionId, Currency currency) =>
        HereOf(movements, refunds, settledBy, transactionId, currency)
        - refunds.Where(r => r.IsOpen && r.Currency == currency && (r.OfTransaction ?? settledBy) == transactionId).Sum(r => r.AmountMinor);

    /// <summary>The transaction whose money a refund gives back.</summary>
    public static string? TransactionOf(Refund refund, Payment payment) => refund.OfTransaction ?? payment.TransactionId;

    /// <summary>Whether it gives back the money that pays the order, so that the order's state follows it.</summary>
    public static bool IsOfOrder(Refund refund, Payment payment) => TransactionOf(refund, payment) == payment.TransactionId;

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
}
