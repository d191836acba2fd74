using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Links;

/// <summary>
/// All other orders of the same account, document, device, phone, e-mail, shipping address or IP address, with their fate: the latest
/// <see cref="LinkBounds.RelatedEach"/> of each, whenever they were placed.
/// </summary>
public sealed class RelatedOrders(IDbContextFactory<PagoDb> contexts)
{
    private static readonly IdentifierKind[] Kinds = [IdentifierKind.Account, .. LinkBounds.Kinds];

    /// <summary>Reads them; for everybody who may see orders or reviews.</summary>
    public async Task<Result<RelatedOrderList>> ReadAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews) && !viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        if (!await db.Set<Order>().AnyAsync(o => o.OrderId == orderId, ct)) return RefusalCode.NotFound;
        var carried = await db.Set<OrderIdentifier>().Where(i => i.OrderId == orderId && Kinds.Contains(i.Kind)).ToListAsync(ct);
        var counts = new List<RelatedCount>();
        var shared = new Dictionary<string, List<IdentifierKind>>(StringComparer.Ordinal);
        foreach (var own in carried.OrderBy(i => Array.IndexOf(Kinds, i.Kind)))
        {
            var others = await OthersAsync(db, own, ct);
            foreach (var other in others.Take(LinkBounds.RelatedEach)) (shared.TryGetValue(other, out var kinds) ? kinds : shared[other] = []).Add(own.Kind);
            counts.Add(new(own.Kind, Math.Min(others.Count, LinkBounds.RelatedEach), others.Count > LinkBounds.RelatedEach));
        }

        string[] ids = [.. shared.Keys];
        var orders = await db.Set<Order>().Where(o => ids.Contains(o.OrderId))
            .OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.OrderId).Take(LinkBounds.Related).ToListAsync(ct);
        return new RelatedOrderList(
            orders.ConvertAll(o => new RelatedOrder(o.OrderId, o.Status, o.StatusReason, o.Amount, o.PlacedAt, o.AccountId, o.Fraud, shared[o.OrderId])),
            counts,
            ids.Length > orders.Count || counts.Exists(count => count.More));
    }

    // Along the index of one identifier, newest first: at most seven such statements, each of a bounded number of rows.
    private static Task<List<string>> OthersAsync(PagoDb db, OrderIdentifier own, CancellationToken ct) => db.Set<OrderIdentifier>()
        .Where(i => i.Kind == own.Kind && i.ValueHash == own.ValueHash && i.OrderId != own.OrderId)
        .OrderByDescending(i => i.PlacedAt).ThenByDescending(i => i.OrderId).Take(LinkBounds.RelatedEach + 1).Select(i => i.OrderId).ToListAsync(ct);
}
