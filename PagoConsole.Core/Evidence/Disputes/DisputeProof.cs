using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Gathers what the console itself has that proves something of an order: a handful of look-ups along indexes.</summary>
internal static class DisputeProof
{
    private static readonly TimeSpan Around = TimeSpan.FromDays(1);

    public static async Task<DisputeFacts> ReadAsync(PagoDb db, Order order, bool whole, CancellationToken ct)
    {
        var orderId = order.OrderId;
        var content = await db.Set<OrderContentRow>().Where(c => c.OrderId == orderId).Select(c => c.Json).SingleOrDefaultAsync(ct) is { } json ? OrderContent.FromJson(json) : null;
        var payment = await db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == orderId, ct);
        var shipment = await db.Set<Shipment>().SingleOrDefaultAsync(s => s.OrderId == orderId, ct);
        var delivery = await db.Set<Delivery>().SingleOrDefaultAsync(d => d.OrderId == orderId, ct);
        var refunds = await db.Set<Refund>().Where(r => r.OrderId == orderId && r.State == RefundState.Done).Select(r => new Money(r.AmountMinor, r.Currency)).ToListAsync(ct);
        return new DisputeFacts
        {
            PaidAt = payment?.PaidAt ?? order.FirstPaidAt,
            Cip = payment?.Cip,
            Channel = payment?.Channel,
            TransactionId = payment?.TransactionId,
            ShippedAt = shipment?.ShippedAt,
            Tracking = shipment is null ? null : $"{shipment.Carrier} {shipment.TrackingNumber}".Trim(),
            DeliveredAt = delivery?.DeliveredAt,
            ReceivedBy = whole ? delivery?.ReceivedBy : Masking.Name(delivery?.ReceivedBy),
            ReceivedByBuyer = IsSamePerson(delivery?.ReceivedBy, content?.Account.FullName),
            SameDeviceAt = await SameDeviceAsync(db, order, content?.Device?.Fingerprint, ct),
            EarlierOrders = await EarlierAsync(db, order, ct),
            Answers = await db.Set<InformationAnswer>().CountAsync(a => a.OrderId == orderId, ct),
            Refunded = Sums.Of(refunds),
        };
    }

    /// <summary>Whether two names are written alike: whatever their order, accents and case, all words of the shorter one stand in the other.</summary>
    internal static bool IsSamePerson(string? one, string? other)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        var (few, many) = left.Count <= right.Count ? (left, right) : (right, left);
        return few.Count >= 2 && few.IsSubsetOf(many);
    }

    private static HashSet<string> WordsOf(string? name) =>
        [.. (Identifiers.Address(new OrderAddress(name, null, null, null, null, null, null)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 1)];

    private static async Task<DateTimeOffset?> SameDeviceAsync(PagoDb db, Order order, string? device, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(device)) return null;
        var (account, from, to) = (order.AccountId, order.PlacedAt - Around, order.PlacedAt + Around);
        return await db.Set<Login>().Where(l => l.AccountId == account && l.At >= from && l.At <= to && l.Device == device && l.Success)
            .OrderByDescending(l => l.At).Select(l => (DateTimeOffset?)l.At).FirstOrDefaultAsync(ct);
    }

    private static async Task<int> EarlierAsync(PagoDb db, Order order, CancellationToken ct)
    {
        var hash = OrderIdentifier.HashOf(IdentifierKind.Account, order.AccountId);
        var before = await db.Set<OrderIdentifier>().Where(i => i.Kind == IdentifierKind.Account && i.ValueHash == hash && i.PlacedAt < order.PlacedAt)
            .OrderByDescending(i => i.PlacedAt).ThenByDescending(i => i.OrderId).Take(DisputeFacts.MostEarlier).Select(i => i.OrderId).ToListAsync(ct);
        return await db.Set<Order>().CountAsync(o => before.Contains(o.OrderId) && o.FirstPaidAt != null && o.Fraud != true, ct);
    }
}
