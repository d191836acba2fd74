using System.Collections.Concurrent;

namespace PagoConsole.Core.Foundation;

/// <summary>The runs of one kind of work: a person has one at a time on a node, kept in memory; a restart ends it, and what was done is.</summary>
internal sealed class BatchRuns : IDisposable
{
    private readonly ConcurrentDictionary<string, BatchRun> runs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();

    /// <summary>The run of a person that is at work, or was last; null if there is none.</summary>
    public BatchRun? Of(Actor person) => runs.GetValueOrDefault(person.Signature);

    /// <summary>Starts one over so many rows; refused while an earlier one of the same person is at work.</summary>
    public Result<BatchRun> Start(Actor by, int of, Func<BatchRun, Task> work)
    {
        var run = new BatchRun(of, ended.Token);
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Completion = Task.Run(() => WorkAsync(begin.Task, run, work), CancellationToken.None);
        var kept = runs.AddOrUpdate(by.Signature, run, (_, before) => before.Working ? before : run);
        if (kept != run) run.Stop();
        begin.SetResult();
        return kept == run ? run : RefusalCode.NotPossibleInThisState;
    }

    /// <summary>Forgets a person's last run, unless it is at work.</summary>
    public void Forget(Actor person)
    {
        if (Of(person) is { Working: false } run && runs.TryRemove(new(person.Signature, run))) run.Dispose();
    }

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private static async Task WorkAsync(Task begin, BatchRun run, Func<BatchRun, Task> work)
    {
        await begin;
        if (!run.Stopping.IsCancellationRequested) await work(run);
    }
}
