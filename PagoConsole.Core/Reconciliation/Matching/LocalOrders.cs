using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Looks orders up for comparing, some hundred at once.</summary>
internal sealed class LocalOrders(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Refunds that people carried out themselves: PagoEfectivo knows nothing of them.</summary>
    private const string ByPeople = "person";

    /// <summary>The orders of these payments, by payment.</summary>
    public async Task<Dictionary<string, LocalOrder>> OfPaymentsAsync(IReadOnlyCollection<string> paymentIds, CancellationToken ct)
    {
        if (paymentIds.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var ids = paymentIds.ToArray();
        var orders = await db.Set<Payment>().Where(p => EF.Parameter(ids).Contains(p.PaymentId)).Select(p => p.OrderId).ToListAsync(ct);
        return (await ReadAsync(db, [.. orders], ct)).Values.ToDictionary(order => order.PaymentId!);
    }

    /// <summary>These orders, by id.</summary>
    public async Task<Dictionary<string, LocalOrder>> OfOrdersAsync(IReadOnlyCollection<string> orderIds, CancellationToken ct)
    {
        if (orderIds.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReadAsync(db, [.. orderIds], ct);
    }

    /// <summary>The orders of which money went back on a day, by our own records.</summary>
    public async Task<IReadOnlyList<string>> RefundedOnAsync(DateOnly day, CancellationToken ct)
    {
        var (from, to) = (Lima.StartOf(day), Lima.StartOf(day.AddDays(1)));
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<MoneyMovement>().Where(m => m.Kind == MovementKind.Refund && m.At >= from && m.At < to && m.Source != ByPeople)
            .Select(m => m.OrderId).Distinct().OrderBy(id => id).ToListAsync(ct);
    }

    private static async Task<Dictionary<string, LocalOrder>> ReadAsync(PagoDb db, string[] ids, CancellationToken ct)
    {
        var orders = await db.Set<Order>().AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.OrderId)).ToListAsync(ct);
        var payments = await db.Set<Payment>().AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.OrderId)).ToDictionaryAsync(p => p.OrderId, ct);
        var money = (await db.Set<MoneyMovement>().AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.OrderId)).ToListAsync(ct)).ToLookup(m => m.OrderId);
        return orders.ToDictionary(order => order.OrderId, order => Of(order, payments.GetValueOrDefault(order.OrderId), money[order.OrderId]));
    }

    private static LocalOrder Of(Order order, Payment? payment, IEnumerable<MoneyMovement> money) => new(
        order.OrderId, order.Status, order.Amount, order.SellerId, order.Imported, payment?.PaymentId, payment?.Cip, payment?.Status,
        string.IsNullOrEmpty(payment?.TransactionId) ? null : payment.TransactionId, payment?.PaidAt, payment?.Channel,
        [.. money.Where(m => m.Kind == MovementKind.Payment).OrderBy(m => m.At).Select(m => m.Amount)],
        [.. money.Where(m => m.Kind == MovementKind.Refund && m.Source != ByPeople).OrderBy(m => m.At).ThenBy(m => m.TransactionId, StringComparer.Ordinal).Select(m => new LocalRefund(m.TransactionId, m.Amount, m.At))]);
}
