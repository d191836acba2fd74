using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Replay;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>Walks through history once, for all orders of some days.</summary>
internal sealed class CollectFacts(HistoryWalk walk, RuleBook book)
{
    /// <summary>Keeps the facts of every order.</summary>
    public async Task<Collection> RunAsync(Collection empty, Action<double> progress, CancellationToken ct)
    {
        var (kept, orders) = (new KeptFacts(), new List<(OrderFacts, bool?)>());
        await EachAsync(empty.Plan, empty.Scores, empty.Span, (facts, fraud) => orders.Add((kept.Keep(facts), fraud)), progress, ct);
        return empty with { Orders = orders };
    }

    /// <summary>Judges on the way and keeps nothing: for days with more orders than may be kept.</summary>
    public async Task<RulePreview> JudgeAsync(PreviewQuery query, PreviewSpan span, DateTimeOffset at, Action<double> progress, CancellationToken ct)
    {
        var before = book.Bind(query.Active);
        var after = book.Bind(query.Draft, before.Plan);
        var sides = new SideBySide(before, after);
        await EachAsync(before.Plan, Collection.For(book, query, span, at).Scores, span, sides.Add, progress, ct);
        return sides.Report(span, at);
    }

    private Task EachAsync(FactPlan plan, bool scores, PreviewSpan span, Action<OrderFacts, bool?> take, Action<double> progress, CancellationToken ct)
    {
        return walk.RunAsync(plan, scores, span.Begin, span.End, TakeAsync, progress, ct);

        async ValueTask TakeAsync(ReplayedHistory history, ReplayedOrder order, CancellationToken stop)
        {
            if (span.Holds(order.Subject.PlacedAt)) take(await plan.CollectAsync(history, order.Subject, order.Outside, stop), order.Fraud);
        }
    }
}
