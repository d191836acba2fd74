using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>What a day's seal covers.</summary>
/// <param name="Heads">Each stream that changed, with its last entry before the day's end; in the order of names.</param>
/// <param name="CoveredSeq">All entries up to it are covered by this seal or earlier ones.</param>
internal sealed record DayHeads(IReadOnlyList<(string Stream, long Position, byte[] Hash)> Heads, long CoveredSeq)
{
    private const int AtOnce = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Instants are taken before commits, on clocks that differ a little: what lies so far behind the day's end is not read for it any more.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>Reads what no seal covers yet and happened before an instant. What becomes visible only later is covered by the next seal.</summary>
    public static async Task<DayHeads> ReadAsync(PagoDb db, CommitHorizon horizon, long after, DateTimeOffset end, CancellationToken ct)
    {
        var upTo = await ReachAsync(db, horizon, ct);
        var heads = new Dictionary<string, (long Position, byte[] Hash)>(StringComparer.Ordinal);
        var left = new List<(long Seq, string Stream, long Position)>();
        var (endAt, stopAt, last, count) = (end.ToUnixTimeMilliseconds(), (end + Slack).ToUnixTimeMilliseconds(), after, AtOnce);
        for (var earliest = 0L; count == AtOnce && earliest < stopAt;)
        {
            (count, earliest) = (0, long.MaxValue);
            await db.EachAsync(
                $"SELECT seq, at, stream, position, hash FROM journal WHERE seq > @p0 AND seq <= @p1 ORDER BY seq LIMIT {AtOnce}",
                [last, upTo],
                row =>
                {
                    count++;
                    var (at, stream, position) = (row.GetInt64(1), row.GetString(2), row.GetInt64(3));
                    (last, earliest) = (row.GetInt64(0), Math.Min(earliest, at));
                    if (at >= endAt) left.Add((last, stream, position));
                    else if (!heads.TryGetValue(stream, out var head) || head.Position < position) heads[stream] = (position, row.GetFieldValue<byte[]>(4));
                },
                ct);
        }

        var open = left.Where(entry => !heads.TryGetValue(entry.Stream, out var head) || entry.Position > head.Position).Select(entry => entry.Seq);
        var covered = open.Order().Select(seq => (long?)(seq - 1)).FirstOrDefault() ?? last;
        return new DayHeads([.. heads.OrderBy(head => head.Key, StringComparer.Ordinal).Select(head => (head.Key, head.Value.Position, head.Value.Hash))], covered);
    }

    /// <summary>The streams that an earlier seal does not cover as far already, and how many entries that are.</summary>
    public async Task<(DayHeads New, long Entries)> WithoutSealedAsync(PagoDb db, CancellationToken ct)
    {
        var news = new List<(string Stream, long Position, byte[] Hash)>();
        var entries = 0L;
        foreach (var chunk in Heads.Chunk(500))
        {
            var names = chunk.Select(head => head.Stream).ToList();
            var before = await db.Set<SealLeaf>().AsNoTracking()
                .Where(leaf => names.Contains(leaf.Stream) && db.Set<DailySeal>().Any(seal => seal.Day == leaf.Day))
                .GroupBy(leaf => leaf.Stream).Select(group => new { Stream = group.Key, Position = group.Max(leaf => leaf.Position) })
                .ToDictionaryAsync(leaf => leaf.Stream, leaf => leaf.Position, ct);
            foreach (var head in chunk)
            {
                var known = before.GetValueOrDefault(head.Stream);
                if (head.Position <= known) continue;
                news.Add(head);
                entries += head.Position - known;
            }
        }

        return (this with { Heads = news }, entries);
    }

    private static async Task<long> ReachAsync(PagoDb db, CommitHorizon horizon, CancellationToken ct)
    {
        const long NotYet = -1;
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (await horizon.ReachAsync(db, NotYet, ct) is var reached and not NotYet) return reached;
            await Task.Delay(Pause, ct);
        }

        throw new TimeoutException("A transaction has been running for minutes; the day is sealed once it has ended.");
    }
}
