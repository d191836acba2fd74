using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Replay;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>
/// Judges as many orders of a span, drawn at random, as a moment allows. Each is looked up in the store as of the instant at which it was
/// accepted, which answers what a replay answers (a property test says so) without walking through the history before it.
/// </summary>
internal sealed class DrawSample(IDbContextFactory<PagoDb> contexts, PlaceFinder places, RuleBook book)
{
    /// <summary>Orders that are drawn at most.</summary>
    public const int Most = 2000;

    private const int Hands = 4;

    /// <summary>Of fewer orders nothing can be said, so that these are waited for a little longer on a busy machine.</summary>
    private const int Fewest = 50;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <summary>Draws and judges.</summary>
    /// <param name="query">The two rule sets.</param>
    /// <param name="span">The days.</param>
    /// <param name="at">Now.</param>
    /// <param name="hours">Where the orders of those days are.</param>
    /// <param name="ends">Drawing goes on until this reading of the machine's clock; orders in hand are finished.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<RulePreview> RunAsync(PreviewQuery query, PreviewSpan span, DateTimeOffset at, OrderHours hours, long ends, CancellationToken ct)
    {
        var before = book.Bind(query.Active);
        var after = book.Bind(query.Draft, before.Plan);
        var scores = Collection.For(book, query, span, at).Scores;
        var waiting = new ConcurrentQueue<long>(Draw(hours.Total, span));
        var (judged, drawn) = (new ConcurrentBag<(OrderFacts Facts, bool? Fraud)>(), 0);
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => Task.Run(HandAsync, ct)));

        var sides = new SideBySide(before, after);
        foreach (var (facts, fraud) in judged.OrderBy(o => o.Facts.Order.SeenAt).ThenBy(o => o.Facts.Order.OrderId, StringComparer.Ordinal)) sides.Add(facts, fraud);

        // Orders whose content was erased are judged by nobody; so many of all as of those drawn.
        var all = drawn == 0 ? hours.Total : (long)Math.Round(hours.Total * ((double)judged.Count / drawn));
        return sides.Report(span, at, all, hours.First);

        bool GoesOn() => Stopwatch.GetTimestamp() is var now && (now < ends || (Volatile.Read(ref drawn) < Fewest && now < ends + (long)(Longest.TotalSeconds * Stopwatch.Frequency)));

        async Task HandAsync()
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var statements = new Statements(db);
            var reader = new HistoryReader(contexts, places);
            while (GoesOn() && waiting.TryDequeue(out var number))
            {
                var (from, until, place) = hours.Find(number);
                var order = await reader.OrderAtAsync(statements, from, until, place, scores, ct);
                Interlocked.Increment(ref drawn);
                if (order is null) continue;
                await using var history = StoredHistory.AsOf(places, statements);
                judged.Add((await before.Plan.CollectAsync(history, order.Subject, order.Outside, ct), order.Fraud));
            }
        }
    }

    /// <summary>Numbers of orders, each once, in random order; the same for the same days, so that figures do not jump while one edits.</summary>
    private static IEnumerable<long> Draw(long total, PreviewSpan span)
    {
        var random = new Random(span.From.DayNumber ^ (span.To.DayNumber << 16));
        if (total <= Most)
        {
            var numbers = Enumerable.Range(0, (int)total).Select(number => (long)number).ToArray();
            random.Shuffle(numbers);
            return numbers;
        }

        var drawn = new HashSet<long>(Most);
        var inOrder = new List<long>(Most);
        while (inOrder.Count < Most)
            if (random.NextInt64(total) is var number && drawn.Add(number)) inOrder.Add(number);
        return inOrder;
    }
}
