using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Replay;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>
/// Shows what a draft would have done with the orders of the last days, beside the rules in force: first of a sample, within a second, then of all
/// orders. Facts once collected are kept for a while: another threshold is then judged at once. Changes nothing.
/// </summary>
public sealed class PreviewRules : IDisposable
{
    /// <summary>How long a sample is drawn, counting included.</summary>
    private static readonly TimeSpan ForSample = TimeSpan.FromMilliseconds(650);

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly RuleBook book;
    private readonly TimeProvider time;
    private readonly CollectFacts collect;
    private readonly DrawSample draw;
    private readonly FactShelf shelf;

    internal PreviewRules(IDbContextFactory<PagoDb> contexts, PlaceFinder places, RuleBook book, TimeProvider time)
    {
        (this.contexts, this.book, this.time) = (contexts, book, time);
        collect = new CollectFacts(new HistoryWalk(new HistoryReader(contexts, places)), book);
        draw = new DrawSample(contexts, places, book);
        shelf = new FactShelf(collect, book, time);
    }

    /// <summary>How long drawing a sample may take; tests wait for the whole of it.</summary>
    internal TimeSpan SampleTime { get; init; } = ForSample;

    /// <summary>Orders whose facts are kept on this node in all; days with more are walked through each time.</summary>
    internal int MostKept
    {
        get => shelf.Most;
        init => shelf.Most = value;
    }

    /// <summary>Compares.</summary>
    /// <param name="query">What with what, over which days.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="tell">Is told of the sample and how far the walk is, from any thread; of nothing where the figures are at hand.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<RulePreview>> RunAsync(PreviewQuery query, Actor viewer, Action<PreviewStep>? tell, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        if (book.Faults(query.Draft).FirstOrDefault() is { } fault) return new Refusal(RefusalCode.Invalid, "rules", fault);
        var now = time.GetUtcNow();
        var span = PreviewSpan.Last(query.Days, now);
        if (shelf.Find(query, span) is { } kept) return For(viewer, await Task.Run(() => Judge(kept, query, span, ct), ct));

        var hours = await OrderHours.CountAsync(contexts, span, ct);
        if (hours.Total == 0) return new SideBySide(book.Bind(query.Active), book.Bind(query.Draft)).Report(span, now);
        if (tell is not null)
        {
            var sample = await draw.RunAsync(query, span, now, hours, started + (long)(SampleTime.TotalSeconds * Stopwatch.Frequency), ct);
            tell(new PreviewStep(0, For(viewer, sample)));
        }

        Action<double> progress = share => tell?.Invoke(new PreviewStep(share));
        if (hours.Total > MostKept) return For(viewer, await Task.Run(() => collect.JudgeAsync(query, span, now, progress, ct), ct));
        var made = await shelf.MakeAsync(query, span, now, progress, ct);
        return For(viewer, await Task.Run(() => Judge(made, query, span, ct), ct));
    }

    /// <inheritdoc/>
    public void Dispose() => shelf.Dispose();

    private RulePreview Judge(Collection collection, PreviewQuery query, PreviewSpan span, CancellationToken ct)
    {
        var (before, after) = collection.Bind(book, query)!.Value;
        var sides = new SideBySide(before, after);
        foreach (var (facts, fraud) in collection.Orders)
        {
            ct.ThrowIfCancellationRequested();
            if (span.Holds(facts.Order.PlacedAt)) sides.Add(facts, fraud);
        }

        return sides.Report(span, collection.At);
    }

    /// <summary>Who may not see orders sees figures only.</summary>
    private static RulePreview For(Actor viewer, RulePreview preview) => viewer.May(Permission.SeeOrders)
        ? preview
        : preview with { Crossings = [.. preview.Crossings.Select(crossing => crossing with { Newest = [] })] };
}
