using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>
/// Walks the hash chains and says where they break. Reads pages in the order of streams, each with a statement of its own that ends within
/// a moment, so that it can run beside a busy console; while one page is read, the one before it is hashed.
/// </summary>
public sealed class JournalVerifier
{
    /// <summary>How many faults are told at most.</summary>
    public const int MostFaults = 100;

    private const int HeadsAtOnce = 20_000;
    private const int AtOnce = 500;
    private readonly IDbContextFactory<PagoDb> contexts;

    internal JournalVerifier(IDbContextFactory<PagoDb> contexts) => this.contexts = contexts;

    /// <summary>Checks all streams, or that of one order.</summary>
    /// <param name="orderId">The order; null for all streams.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="progress">Told how many entries were checked, after each page.</param>
    public async Task<JournalVerdict> VerifyAsync(string? orderId, CancellationToken ct, Action<long>? progress = null)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var only = orderId is null ? null : Order.StreamOf(orderId);
        var found = new Found([], []);
        var last = "";
        for (var more = true; more;)
        {
            var heads = await HeadsAsync(db, last, only, ct);
            more = only is null && heads.Count == HeadsAtOnce;
            var upTo = only ?? (more ? heads[^1].Stream : null);
            var walk = new JournalWalk(heads.ToDictionary(head => head.Stream, head => (head.Position, head.Hash), StringComparer.Ordinal));
            await StretchAsync(db, walk, only is null ? (last, long.MaxValue) : (only, long.MinValue), upTo, page => progress?.Invoke(found.Entries + page), ct);
            await AddAsync(db, found, walk, heads.Count, ct);
            if (found.Faults.Count >= MostFaults) break;
            if (more) last = upTo!;
        }

        return new JournalVerdict(found.Entries, found.Streams, [.. found.Faults.Take(MostFaults)], found.ErasedUnder);
    }

    private static async Task<List<(string Stream, long Position, byte[] Hash)>> HeadsAsync(PagoDb db, string last, string? only, CancellationToken ct)
    {
        var heads = new List<(string, long, byte[])>();
        var which = only is null ? "stream > @p0" : "stream = @p0";
        await db.EachAsync(
            $"SELECT stream, position, head_hash FROM journal_streams WHERE {which} ORDER BY stream LIMIT {HeadsAtOnce}",
            [only ?? last],
            row => heads.Add((row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2))),
            ct);
        return heads;
    }

    private static async Task StretchAsync(
        PagoDb db, JournalWalk walk, (string Stream, long Position) after, string? upTo, Action<long> progress, CancellationToken ct)
    {
        var (reading, hashed) = (new JournalPage(), new JournalPage());
        var hashing = Task.CompletedTask;
        try
        {
            do
            {
                await reading.ReadAsync(db, after, upTo, ct);
                await hashing;
                progress(walk.Entries);
                (reading, hashed) = (hashed, reading);
                var page = hashed;
                if (page.Count > 0) after = (page[page.Count - 1].Stream, page[page.Count - 1].Position);
                hashing = Task.Run(() => walk.Take(page), CancellationToken.None);
            }
            while (hashed.Count == JournalPage.Size);
        }
        finally
        {
            await hashing;
        }

        walk.End();
    }

    // What looked wrong because somebody wrote meanwhile is looked at once more.
    private static async Task AddAsync(PagoDb db, Found found, JournalWalk walk, int streams, CancellationToken ct)
    {
        found.Entries += walk.Entries;
        found.Streams += streams;
        found.ErasedUnder.UnionWith(walk.ErasedUnder);
        found.Faults.AddRange(walk.Faults);
        foreach (var stream in walk.Headless.Take(MostFaults))
            if (!await db.Set<JournalStream>().AnyAsync(head => head.Stream == stream, ct)) found.Faults.Add(new JournalFault(JournalFaultKind.NoHead, stream, 1));
        foreach (var chunk in walk.Ahead.Chunk(AtOnce))
        {
            var names = chunk.Select(ahead => ahead.Key).ToList();
            var now = await db.Set<JournalStream>().AsNoTracking().Where(head => names.Contains(head.Stream)).ToDictionaryAsync(head => head.Stream, head => head.Position, ct);
            found.Faults.AddRange(chunk.Where(ahead => now.GetValueOrDefault(ahead.Key) < ahead.Value.Position)
                .Select(ahead => new JournalFault(JournalFaultKind.BeyondHead, ahead.Key, ahead.Value.Position, ahead.Value.Seq)));
        }

        foreach (var lost in walk.Unaccounted.GroupBy(gone => (gone.Stream, gone.Head)).Take(MostFaults))
        {
            var since = await db.Set<JournalEntry>().AsNoTracking()
                .Where(e => e.Stream == lost.Key.Stream && e.Position > lost.Key.Head && e.Kind == PrivateParts.Erased).Select(e => e.Data).ToListAsync(ct);
            var upTo = since.Max(data => PrivateParts.Read(data)?.UpTo) ?? 0;
            foreach (var gone in lost.Where(part => part.Position > upTo).Take(1)) found.Faults.Add(new JournalFault(JournalFaultKind.PrivateMissing, gone.Stream, gone.Position));
        }
    }

    private sealed record Found(List<JournalFault> Faults, HashSet<int> ErasedUnder)
    {
        public long Entries { get; set; }

        public long Streams { get; set; }
    }
}
