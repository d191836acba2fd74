using System.Collections.Concurrent;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Sends all messages of a filter again, in the background and in small transactions. A person has one run at a time on a node, kept in
/// memory; a restart ends it, and what was sent again is.
/// </summary>
public sealed class SendManyAgain(SendCallbackAgain again, CallbackList list) : IDisposable
{
    /// <summary>Most messages of one run.</summary>
    public const int Most = 10_000;

    private const int AtOnce = 50;
    private readonly ConcurrentDictionary<string, ResendRun> runs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource ended = new();

    /// <summary>The run of a person that is at work, or was last; null if there is none.</summary>
    public ResendRun? Of(Actor person) => runs.GetValueOrDefault(person.Signature);

    /// <summary>Starts; refused while an earlier one of the same person is at work.</summary>
    public async Task<Result<ResendRun>> StartAsync(CallbackFilter filter, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
        var messages = await list.EndedAsync(filter, Most, ct);
        if (messages.Count == 0) return RefusalCode.NotFound;
        var run = new ResendRun(messages.Count, ended.Token);
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Completion = Task.Run(() => WorkAsync(begin.Task, run, messages, by), CancellationToken.None);
        var kept = runs.AddOrUpdate(by.Signature, run, (_, before) => before.Working ? before : run);
        if (kept != run)
        {
            run.Stop();
            begin.SetResult();
            return RefusalCode.NotPossibleInThisState;
        }

        begin.SetResult();
        return run;
    }

    /// <summary>Forgets a person's last run, unless it is at work.</summary>
    public void Forget(Actor person)
    {
        if (Of(person) is { Working: false } run && runs.TryRemove(new(person.Signature, run))) run.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private async Task WorkAsync(Task begin, ResendRun run, IReadOnlyList<string> messages, Actor by)
    {
        await begin;
        foreach (var some in messages.Chunk(AtOnce))
        {
            if (run.Stopping.IsCancellationRequested) return;
            var sent = await again.SomeAsync(some, by, CancellationToken.None);
            run.Advance(some.Length, sent.Done ? sent.Value : 0);
        }
    }
}
