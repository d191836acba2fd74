using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Orders;

/// <summary>What a buyer may see of an order: nothing of who they are, nothing of why.</summary>
/// <param name="OrderId">The shop's number of it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Cip">The code, once it is there.</param>
/// <param name="Qr">What the QR picture holds.</param>
/// <param name="ExpiresAt">Until when it can be paid.</param>
/// <param name="PaymentUrl">PagoEfectivo's own page for the code.</param>
/// <param name="ReturnUrl">Where the buyer goes afterwards.</param>
public sealed record BuyerOrder(
    string OrderId, OrderStatus Status, Money Amount, string? Cip, string? Qr, DateTimeOffset? ExpiresAt, string? PaymentUrl, string ReturnUrl);

/// <summary>The order behind the unguessable address that a buyer was sent to.</summary>
public sealed class BuyerView(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Reads it; null if there is none.</summary>
    public async Task<BuyerOrder?> ReadAsync(string token, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(o => o.PayToken == token, ct) is not { } order) return null;
        var payment = await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(p => p.OrderId == order.OrderId, ct);
        var content = await db.Set<OrderContentRow>().AsNoTracking().SingleAsync(c => c.OrderId == order.OrderId, ct);
        return new BuyerOrder(
            order.OrderId, order.Status, order.Amount, payment?.Cip, payment?.Qr, payment?.ExpiresAt, payment?.PaymentUrl, OrderContent.FromJson(content.Json).ReturnUrl);
    }
}
