using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>What happened before the ring begins, read from the journal page by page; no further than nothing can be skipped.</summary>
internal sealed class FeedHistory(IDbContextFactory<PagoDb> contexts, JournalTail tail)
{
    /// <summary>Up to which number the journal is whole on this node.</summary>
    public async ValueTask<long> HorizonAsync(CancellationToken ct)
    {
        await tail.WhenFollowingAsync(ct);
        return tail.Horizon;
    }

    /// <summary>Reads a page after a number.</summary>
    /// <returns>Its events, which can be none, and the number that it reached.</returns>
    public async Task<(FeedBatch? Batch, long Reached)> ReadAsync(long after, CancellationToken ct)
    {
        var horizon = await HorizonAsync(ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var page = await db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.Seq > after && e.Seq <= horizon).OrderBy(e => e.Seq).Take(FeedPump.MostTogether).ToListAsync(ct);
        var events = page.Where(PublicJournal.Shows).Select(FeedEvent.Of).ToList();
        var reached = page.Count < FeedPump.MostTogether ? Math.Max(after, horizon) : page[^1].Seq;
        return (events.Count == 0 ? null : new FeedBatch(events), reached);
    }
}
