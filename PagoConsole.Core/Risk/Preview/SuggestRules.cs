using System.Collections.Concurrent;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>What to search.</summary>
/// <param name="Rules">The rules to begin with.</param>
/// <param name="Days">Over how many business days, up to and with the one that runs.</param>
/// <param name="Goal">What is sought.</param>
public sealed record SuggestQuery(RuleSet Rules, int Days, SearchGoal Goal);

/// <summary>What a search found.</summary>
/// <param name="Query">What was searched.</param>
/// <param name="Span">The days.</param>
/// <param name="Orders">Their orders.</param>
/// <param name="Labelled">Those of them of which is known what they were.</param>
/// <param name="Suggestion">Better settings.</param>
public sealed record SuggestionMade(SuggestQuery Query, PreviewSpan Span, long Orders, long Labelled, Suggestion Suggestion);

/// <summary>
/// Searches better thresholds in the background: a person has one search at a time on a node. It lives in memory; a restart ends it and forgets
/// what was found. Changes nothing.
/// </summary>
public sealed class SuggestRules : IDisposable
{
    /// <summary>Parts in which progress is told.</summary>
    private const int Parts = 1000;

    private readonly RunBackTest backTest;
    private readonly RuleBook book;
    private readonly TimeProvider time;
    private readonly BatchRuns runs = new();
    private readonly ConcurrentDictionary<string, SuggestionMade> made = new(StringComparer.Ordinal);

    internal SuggestRules(RunBackTest backTest, RuleBook book, TimeProvider time) => (this.backTest, this.book, this.time) = (backTest, book, time);

    /// <summary>The search of a person that is at work, or was last.</summary>
    public BatchRun? Of(Actor person) => runs.Of(person);

    /// <summary>What a person's last search found; null while there is nothing.</summary>
    public SuggestionMade? FoundFor(Actor person) => made.GetValueOrDefault(person.Signature);

    /// <summary>Starts one; refused while an earlier one of the same person is at work.</summary>
    public Result<BatchRun> Start(SuggestQuery query, Actor by)
    {
        if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
        if (query.Goal.AtLeastPrecision is <= 0 or > 1) return new Refusal(RefusalCode.Invalid, "precision");
        if (book.Faults(query.Rules).FirstOrDefault() is { } fault) return new Refusal(RefusalCode.Invalid, "rules", fault);
        return runs.Start(by, Parts, run => SearchAsync(query, by, run));
    }

    /// <summary>Forgets a search that is not at work, and what it found.</summary>
    public void Forget(Actor person)
    {
        if (Of(person) is { Working: true }) return;
        runs.Forget(person);
        made.TryRemove(person.Signature, out _);
    }

    /// <inheritdoc/>
    public void Dispose() => runs.Dispose();

    private async Task SearchAsync(SuggestQuery query, Actor by, BatchRun run)
    {
        made.TryRemove(by.Signature, out _);
        var span = PreviewSpan.Last(query.Days, time.GetUtcNow());
        try
        {
            var report = await backTest.RunAsync(new BackTestQuery(span.From, span.To, query.Rules, query.Goal), new Told(run), run.Stopping);
            run.Advance(Parts - run.Seen, 1);
            made[by.Signature] = new SuggestionMade(query, span, report.Orders, report.Labelled, report.Suggestion!);
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            // Whoever began it stopped it.
        }
    }

    private sealed class Told(BatchRun run) : IProgress<BackTestProgress>
    {
        // The search among what was replayed has a part of its own at the end.
        public void Report(BackTestProgress value) => run.Advance(Math.Max(0, (int)(value.Share * Parts * 0.95) - run.Seen), 0);
    }
}
