using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.BackTest.Search;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Replay;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.BackTest;

/// <summary>
/// Replays history through a rule set: every order of some days is judged on what was known when it was accepted. Changes nothing, and may
/// run beside a console at work.
/// </summary>
public sealed class RunBackTest
{
    /// <summary>Labelled orders that are searched.</summary>
    private const int MostLabelled = 200_000;

    private readonly HistoryWalk walk;
    private readonly RuleBook book;

    internal RunBackTest(IDbContextFactory<PagoDb> contexts, PlaceFinder places, RuleBook book)
    {
        walk = new HistoryWalk(new HistoryReader(contexts, places));
        this.book = book;
    }

    /// <summary>Runs it.</summary>
    public async Task<BackTestReport> RunAsync(BackTestQuery query, IProgress<BackTestProgress>? progress, CancellationToken ct)
    {
        // Where thresholds are searched, counts go as far as the highest that is tried.
        var bound = book.Bind(query.Rules, query.Suggest is null ? 0 : query.Rules.Rules.Select(e => Tier.HighestCount(book.Find(e.Rule)!)).DefaultIfEmpty().Max() + 1 + Binding.Beyond);
        var run = new Run(query, bound, query.Suggest is null ? null : new LabelledSample(query.Rules, book, bound.Plan, MostLabelled));
        await walk.RunAsync(
            bound.Plan,
            bound.Asks("device-reputation"),
            run.From,
            run.Until,
            run.TakeAsync,
            share => progress?.Report(run.Progress(share)),
            ct);
        return run.Report();
    }

    /// <summary>One run: which orders count, and what was counted so far.</summary>
    private sealed class Run(BackTestQuery query, BoundRules bound, LabelledSample? sample)
    {
        private readonly Tally tally = new(bound);
        private long replayed;

        public DateTimeOffset From { get; } = Lima.StartOf(query.From);

        public DateTimeOffset Until { get; } = Lima.StartOf(query.To.AddDays(1));

        public async ValueTask TakeAsync(ReplayedHistory history, ReplayedOrder order, CancellationToken ct)
        {
            replayed++;
            if (order.Subject.PlacedAt < From || order.Subject.PlacedAt >= Until) return;
            var facts = await bound.Plan.CollectAsync(history, order.Subject, order.Outside, ct);
            tally.Add(facts, order.Fraud);
            if (order.Fraud is { } fraud) sample?.Add(facts, fraud);
        }

        public BackTestProgress Progress(double share) => new(replayed, tally.Orders, share);

        public BackTestReport Report() => tally.Report(
            query.Suggest is { } goal && sample is not null ? new MakeSuggestion(query.Rules, sample, goal).Run() : null);
    }
}
