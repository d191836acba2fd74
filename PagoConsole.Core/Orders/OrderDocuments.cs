using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Orders;

/// <summary>Makes the documents that the marketplace sees.</summary>
public sealed class OrderDocuments(IDbContextFactory<PagoDb> contexts, PublicAddress address)
{
    /// <summary>The document of an order at hand.</summary>
    public OrderDocument Of(Order order, Payment? payment, string requestId) => OrderDocument.Of(order, payment, address.Root, requestId);

    /// <summary>Reads an order as it stands now; null if there is none.</summary>
    public async Task<OrderDocument?> ReadAsync(string orderId, string requestId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Order>().AsNoTracking().SingleOrDefaultAsync(o => o.OrderId == orderId, ct) is not { } order) return null;
        var payment = await db.Set<Payment>().AsNoTracking().SingleOrDefaultAsync(p => p.OrderId == orderId, ct);
        return Of(order, payment, requestId);
    }
}
