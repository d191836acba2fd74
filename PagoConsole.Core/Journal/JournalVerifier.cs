using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>What a check of the journal found.</summary>
/// <param name="Entries">Entries that hold.</param>
/// <param name="Streams">Streams that were walked.</param>
/// <param name="Broken">The first entry that does not hold, in words; null when all do.</param>
public sealed record JournalVerdict(long Entries, long Streams, string? Broken);

/// <summary>Walks the hash chains and says where the first one breaks.</summary>
public sealed class JournalVerifier
{
    private const int PageSize = 1000;
    private readonly IDbContextFactory<PagoDb> contexts;

    internal JournalVerifier(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Checks all streams, or that of one order. Reads pages, so that it can run beside a busy console.</summary>
    public async Task<JournalVerdict> VerifyAsync(string? orderId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var only = orderId is null ? null : Order.StreamOf(orderId);
        long entries = 0, streams = 0;
        var last = "";
        while (true)
        {
            var heads = await db.Set<JournalStream>().AsNoTracking().Where(s => (only == null || s.Stream == only) && string.Compare(s.Stream, last) > 0)
                .OrderBy(s => s.Stream).Take(PageSize).ToListAsync(ct);
            if (heads.Count == 0) break;
            foreach (var head in heads)
            {
                var (count, broken) = await WalkAsync(db, head, ct);
                entries += count;
                streams++;
                if (broken is not null) return new JournalVerdict(entries, streams, broken);
            }

            last = heads[^1].Stream;
        }

        var headless = await db.Set<JournalEntry>().AsNoTracking().Where(e => only == null || e.Stream == only)
            .Where(e => !db.Set<JournalStream>().Any(s => s.Stream == e.Stream)).Select(e => e.Stream).FirstOrDefaultAsync(ct);
        return new JournalVerdict(entries, streams, headless is null ? null : $"{headless}: entries without a head");
    }

    private static async Task<(long Count, string? Broken)> WalkAsync(PagoDb db, JournalStream head, CancellationToken ct)
    {
        long position = 0;
        var hash = JournalEntry.Genesis;
        while (true)
        {
            // Entries appended after the head was read belong to a later check.
            var page = await db.Set<JournalEntry>().AsNoTracking()
                .Where(e => e.Stream == head.Stream && e.Position > position && e.Position <= head.Position)
                .OrderBy(e => e.Position).Take(PageSize).ToListAsync(ct);
            foreach (var entry in page)
            {
                if (Fault(entry, position, hash) is { } fault) return (position, $"{head.Stream} position {entry.Position} (seq {entry.Seq}): {fault}");
                (position, hash) = (entry.Position, entry.Hash);
            }

            if (page.Count < PageSize) break;
        }

        if (position != head.Position) return (position, $"{head.Stream} position {position + 1}: missing, the stream should end at {head.Position}");
        return (position, hash.AsSpan().SequenceEqual(head.HeadHash) ? null : $"{head.Stream}: the head is not the hash of its last entry");
    }

    private static string? Fault(JournalEntry entry, long position, byte[] hash)
    {
        if (entry.Position != position + 1) return $"position {position + 1} is missing";
        if (!entry.PrevHash.AsSpan().SequenceEqual(hash)) return "it does not follow the entry before it";
        return entry.ComputeHash().AsSpan().SequenceEqual(entry.Hash) ? null : "its content does not fit its hash";
    }
}
