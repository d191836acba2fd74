using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Marketplace;

/// <summary>Sends all messages of a filter again, in the background and in small transactions.</summary>
public sealed class SendManyAgain(SendCallbackAgain again, CallbackList list) : IDisposable
{
    /// <summary>Most messages of one run.</summary>
    public const int Most = 10_000;

    private const int AtOnce = 50;
    private readonly BatchRuns runs = new();

    /// <summary>The run of a person that is at work, or was last; null if there is none.</summary>
    public BatchRun? Of(Actor person) => runs.Of(person);

    /// <summary>Starts; refused while an earlier one of the same person is at work.</summary>
    public async Task<Result<BatchRun>> StartAsync(CallbackFilter filter, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
        var messages = await list.EndedAsync(filter, Most, ct);
        return messages.Count == 0 ? RefusalCode.NotFound : runs.Start(by, messages.Count, run => WorkAsync(run, messages, by));
    }

    /// <summary>Forgets a person's last run, unless it is at work.</summary>
    public void Forget(Actor person) => runs.Forget(person);

    /// <inheritdoc/>
    public void Dispose() => runs.Dispose();

    private async Task WorkAsync(BatchRun run, IReadOnlyList<string> messages, Actor by)
    {
        foreach (var some in messages.Chunk(AtOnce))
        {
            if (run.Stopping.IsCancellationRequested) return;
            var sent = await again.SomeAsync(some, by, CancellationToken.None);
            run.Advance(some.Length, sent.Done ? sent.Value : 0);
        }
    }
}
