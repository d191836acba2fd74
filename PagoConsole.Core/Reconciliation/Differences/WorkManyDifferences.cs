using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What is done with many differences at once.</summary>
public abstract record ManyDifferences
{
    private ManyDifferences()
    {
    }

    /// <summary>All are assigned to somebody, or released.</summary>
    /// <param name="Owner">Who, as an actor's signature; null releases.</param>
    public sealed record Assign(string? Owner) : ManyDifferences;

    /// <summary>All become something, with one note.</summary>
    /// <param name="Decision">What, and why.</param>
    public sealed record Decide(DifferenceDecision Decision) : ManyDifferences;
}

/// <summary>
/// Assigns or decides many differences in the background, each in a transaction of its own. A person has one run at a time on a node; a restart ends
/// it, and what was done is. Those that cannot be changed, such as those done with, are left as they are, and so are those whose amount takes two
/// people to write off: nobody closes them unseen among many, whatever the reason given.
/// </summary>
public sealed class WorkManyDifferences : IDisposable
{
    /// <summary>Most differences of one run.</summary>
    public const int Most = 10_000;

    private readonly BatchRuns runs = new();
    private readonly Writes writes;
    private readonly DecideDifference decide;

    internal WorkManyDifferences(Writes writes, DecideDifference decide)
    {
        this.writes = writes;
        this.decide = decide;
    }

    /// <summary>The run of a person that is at work, or was last; null if there is none.</summary>
    public BatchRun? Of(Actor person) => runs.Of(person);

    /// <summary>Forgets a person's last run, unless it is at work.</summary>
    public void Forget(Actor person) => runs.Forget(person);

    /// <summary>Starts; refused while an earlier one of the same person is at work.</summary>
    /// <param name="differences">Which.</param>
    /// <param name="what">What is done with each.</param>
    /// <param name="by">Who does it.</param>
    public Result<BatchRun> Start(IReadOnlyList<string> differences, ManyDifferences what, Actor by)
    {
        if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
        if (differences.Count is 0 or > Most) return new Refusal(RefusalCode.Invalid, "differences");
        if (what is ManyDifferences.Decide { Decision: { } decision })
        {
            if (string.IsNullOrWhiteSpace(decision.Note)) return new Refusal(RefusalCode.NoteNeeded, "note");
            if (decision.Note.Length > DifferenceDecision.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
        }

        return runs.Start(by, differences.Count, run => WorkAsync(run, differences, what, by));
    }

    /// <inheritdoc/>
    public void Dispose() => runs.Dispose();

    private async Task WorkAsync(BatchRun run, IReadOnlyList<string> differences, ManyDifferences what, Actor by)
    {
        foreach (var id in differences)
        {
            if (run.Stopping.IsCancellationRequested) return;
            var done = await writes.OnDifferenceAsync(id, by, (tx, found) => ChangeAsync(tx, found, what, by), CancellationToken.None);
            run.Advance(1, done.Done ? 1 : 0);
        }
    }

    private Task<Refusal?> ChangeAsync(WriteScope tx, Difference found, ManyDifferences what, Actor by) => what switch
    {
        ManyDifferences.Assign assign => Task.FromResult(AssignDifference.Assign(tx, found, assign.Owner, null, by)),
        ManyDifferences.Decide decided => decide.DecideAmongManyAsync(tx, found, decided.Decision, by, CancellationToken.None),
        _ => throw new InvalidOperationException($"Unknown: {what}"),
    };
}
