using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review.Bulk;

/// <summary>
/// Decides many cases, each on its own through <see cref="DecideCase"/>, in the background. A person has one run at a time on a node, kept in memory:
/// who comes back to the page finds it again. A restart ends it; what was decided stands, the rest waits in the queue as before.
/// </summary>
public sealed partial class DecideMany(DecideCase decide, TakeBackDecision takeBack, TimeProvider time, ILogger<DecideMany> log) : IDisposable
{
    /// <summary>Most cases of one run.</summary>
    public const int Most = 10_000;

    private readonly ConcurrentDictionary<string, BulkRun> runs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();

    /// <summary>The run of a person that is at work, or was last; null if there is none.</summary>
    public BulkRun? Of(Actor person) => runs.GetValueOrDefault(person.Signature);

    /// <summary>Starts; refused while an earlier one of the same person is at work.</summary>
    /// <param name="orders">Which cases, in the order in which they are to be decided.</param>
    /// <param name="verdict">What is decided, and why.</param>
    /// <param name="by">Who decides.</param>
    public Result<BulkRun> Start(IReadOnlyList<string> orders, Verdict verdict, Actor by)
    {
        if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
        if (orders.Count is 0 or > Most) return new Refusal(RefusalCode.Invalid, "orders");
        if (verdict.IsWithoutReason) return new Refusal(RefusalCode.NoteNeeded, "reason");
        if (verdict.Note?.Length > Verdict.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
        var run = new BulkRun(verdict, [.. orders.Distinct(StringComparer.Ordinal)], ended.Token);
        var kept = runs.AddOrUpdate(by.Signature, run, (_, before) => before.Progress.Working ? before : run);
        if (kept != run) return new Refusal(RefusalCode.Invalid, "orders", "A run of yours is at work.");
        run.Completion = Task.Run(() => DecideAsync(run, by));
        return run;
    }

    /// <summary>Takes back all that a person's last run decided and that has not taken effect yet.</summary>
    public void TakeBack(Actor by)
    {
        if (Of(by) is not { } run || run.TurnBack(time.GetUtcNow()) is not { } orders) return;
        run.Completion = Task.Run(() => TakeBackAsync(run, orders, by));
    }

    /// <summary>Forgets a person's last run, unless it is at work.</summary>
    public void Forget(Actor person)
    {
        if (Of(person) is { Progress.Working: false } run) runs.TryRemove(new(person.Signature, run));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private async Task DecideAsync(BulkRun run, Actor by)
    {
        foreach (var orderId in run.Orders)
        {
            if (run.Stopping.IsCancellationRequested) break;
            var (held, refusal) = await TryAsync(orderId, () => decide.RunAsync(orderId, run.Verdict, by, CancellationToken.None));
            if (held is null) run.Miss(orderId, refusal);
            else run.Decide(orderId, held);
        }

        run.Rest();
    }

    private async Task TakeBackAsync(BulkRun run, IReadOnlyList<string> orders, Actor by)
    {
        foreach (var orderId in orders)
        {
            var (held, refusal) = await TryAsync(orderId, () => takeBack.RunAsync(orderId, by, CancellationToken.None, keep: false));
            run.Back(orderId, refusal, held is not null);
        }

        run.HasTurnedBack();
    }

    /// <summary>One case that fails does not keep the others from being decided.</summary>
    private async Task<(ReviewCase? Case, Refusal? Refusal)> TryAsync(string orderId, Func<Task<Result<ReviewCase>>> action)
    {
        try
        {
            var result = await action();
            return result.Done ? (result.Value, null) : (null, result.Refusal);
        }
        catch (Exception failure)
        {
            Log.Failed(log, orderId, failure);
            return (null, null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3601, LogLevel.Error, "Order {OrderId} could not be decided together with others")]
        public static partial void Failed(ILogger logger, string orderId, Exception failure);
    }
}
