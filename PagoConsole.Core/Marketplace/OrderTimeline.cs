using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>What happened to an order, as the marketplace may see it.</summary>
public sealed class OrderTimeline(IDbContextFactory<PagoDb> contexts)
{
    private const int Most = 1000;

    /// <summary>
    /// Who of our colleagues looked at what, and who has it in hand, is no matter of the marketplace; nor is a decision before it takes effect, as it
    /// may be taken back.
    /// </summary>
    private static readonly string[] Internal =
    [
        OrderEvents.Unmasked, ReviewEvents.Claimed, ReviewEvents.Released, ReviewEvents.TakenOver, ReviewEvents.Escalated, ReviewEvents.FirstApproval,
        ReviewEvents.Decided, ReviewEvents.TakenBack, MoneyEvents.Chosen, MoneyEvents.LookedUp, MoneyEvents.Old, MoneyEvents.PayeeSeen, MoneyEvents.ProofTaken,
    ];

    /// <summary>Reads it, the oldest first; at most the first 1,000 entries.</summary>
    public async Task<IReadOnlyList<JournalEntry>> ReadAsync(string orderId, CancellationToken ct)
    {
        var stream = Order.StreamOf(orderId);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.Stream == stream && !Internal.Contains(e.Kind))
            .OrderBy(e => e.Position).Take(Most).ToListAsync(ct);
    }
}
