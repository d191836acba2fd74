using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Which sellers some order has; each is looked up once.</summary>
internal sealed class KnownSellers(IDbContextFactory<PagoDb> contexts)
{
    private readonly HashSet<ulong> known = [];
    private readonly HashSet<string> unknown = [];

    /// <summary>Whether it is known for certain already; true for no seller.</summary>
    public bool IsKnown(ReadOnlySpan<byte> sellerId) => sellerId.IsEmpty || known.Contains(DayBook.HashOf(sellerId));

    /// <summary>Looks those up that are not known yet.</summary>
    public async Task LookUpAsync(IEnumerable<string> sellerIds, CancellationToken ct)
    {
        var asked = sellerIds.Distinct().Where(id => !unknown.Contains(id) && !IsKnown(System.Text.Encoding.UTF8.GetBytes(id))).ToList();
        if (asked.Count == 0) return;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var id in asked)
        {
            if (await db.Set<Order>().AnyAsync(o => o.SellerId == id, ct)) known.Add(DayBook.HashOf(System.Text.Encoding.UTF8.GetBytes(id)));
            else unknown.Add(id);
        }
    }

    /// <summary>Whether some order has it, once it was looked up.</summary>
    public bool Has(string? sellerId) => sellerId is null || !unknown.Contains(sellerId);
}
