using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Verifying;

/// <summary>The usual way: EF Core is asked for the entries of each stream, one stream after the other.</summary>
internal static class StreamByStream
{
    private const int PageSize = 1000;

    public static async Task<long> WalkAsync(IDbContextFactory<PagoDb> contexts, long most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (last, entries) = ("", 0L);
        while (entries < most)
        {
            var heads = await db.Set<JournalStream>().AsNoTracking().Where(s => string.Compare(s.Stream, last) > 0).OrderBy(s => s.Stream).Take(PageSize).ToListAsync(ct);
            if (heads.Count == 0) break;
            foreach (var head in heads)
            {
                var hash = JournalEntry.Genesis;
                foreach (var entry in await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == head.Stream).OrderBy(e => e.Position).ToListAsync(ct))
                {
                    if (!entry.PrevHash.AsSpan().SequenceEqual(hash) || !entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash)) throw new InvalidOperationException($"{head.Stream} {entry.Position}");
                    (hash, entries) = (entry.Hash, entries + 1);
                }
            }

            last = heads[^1].Stream;
        }

        return entries;
    }
}
