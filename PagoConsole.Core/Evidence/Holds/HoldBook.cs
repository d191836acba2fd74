using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Holds;

/// <summary>The legal holds: all of them, and those that keep an order.</summary>
public sealed class HoldBook(IDbContextFactory<PagoDb> contexts)
{
    private const int Most = 500;

    /// <summary>Reads them, those in force first, then the newest.</summary>
    public async Task<Result<IReadOnlyList<LegalHold>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeSeals)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<LegalHold>().AsNoTracking().OrderBy(h => h.LiftedAt != null).ThenByDescending(h => h.PlacedAt).Take(Most).ToListAsync(ct);
    }

    /// <summary>The holds in force that keep an order, whichever way.</summary>
    public async Task<Result<IReadOnlyList<LegalHold>>> OfOrderAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Order>().AsNoTracking().Where(o => o.OrderId == orderId).Select(o => o.AccountId).SingleOrDefaultAsync(ct) is not { } account) return RefusalCode.UnknownOrder;
        var documents = await db.Set<OrderIdentifier>().AsNoTracking().Where(i => i.OrderId == orderId && i.Kind == IdentifierKind.Document).Select(i => i.ValueHash).ToListAsync(ct);
        var values = documents.ConvertAll(Convert.ToHexStringLower);
        return await db.Set<LegalHold>().AsNoTracking()
            .Where(h => h.LiftedAt == null && ((h.Kind == HeldKind.Order && h.Value == orderId) || (h.Kind == HeldKind.Account && h.Value == account)
                || (h.Kind == HeldKind.Document && values.Contains(h.Value))))
            .OrderBy(h => h.PlacedAt).ToListAsync(ct);
    }
}
