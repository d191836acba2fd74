using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>What happened to an order, as the marketplace may see it.</summary>
public sealed class OrderTimeline(IDbContextFactory<PagoDb> contexts)
{
    private const int Most = 1000;

    /// <summary>Reads it, the oldest first; at most the first 1,000 entries.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(string orderId, CancellationToken ct)
    {
        var stream = Order.StreamOf(orderId);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.Stream == stream && !PublicJournal.Internal.Contains(e.Kind))
            .OrderBy(e => e.Position).Take(Most).ToListAsync(ct);
    }
}
