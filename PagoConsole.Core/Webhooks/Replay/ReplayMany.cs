using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>Replays all deliveries of a verdict that somebody must look at, in the background and oldest first, each in a transaction of its own.</summary>
public sealed class ReplayMany(ReplayReceipt replay, ReplayList list) : IDisposable
{
    /// <summary>Most deliveries of one run.</summary>
    public const int Most = 10_000;

    private readonly BatchRuns runs = new();

    /// <summary>The run of a person that is at work, or was last; null if there is none.</summary>
    public BatchRun? Of(Actor person) => runs.Of(person);

    /// <summary>Whether a run would find anything to go through.</summary>
    public async Task<bool> AnyAsync(IReadOnlyCollection<DeliveryVerdict> verdicts, Actor by, CancellationToken ct) =>
        by.May(Permission.ReplayDeliveries) && (await list.OpenAsync(verdicts, 1, ct)).Count > 0;

    /// <summary>How many a run would go through.</summary>
    public async Task<Result<int>> CountAsync(IReadOnlyCollection<DeliveryVerdict> verdicts, Actor by, CancellationToken ct) =>
        by.May(Permission.ReplayDeliveries) ? (await list.OpenAsync(verdicts, Most, ct)).Count : RefusalCode.NotAllowed;

    /// <summary>Starts; refused while an earlier one of the same person is at work.</summary>
    public async Task<Result<BatchRun>> StartAsync(IReadOnlyCollection<DeliveryVerdict> verdicts, string note, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ReplayDeliveries)) return RefusalCode.NotAllowed;
        if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
        var open = await list.OpenAsync(verdicts, Most, ct);
        return open.Count == 0 ? RefusalCode.NotFound : runs.Start(by, open.Count, run => WorkAsync(run, open, note, by));
    }

    /// <summary>Forgets a person's last run, unless it is at work.</summary>
    public void Forget(Actor person) => runs.Forget(person);

    /// <inheritdoc/>
    public void Dispose() => runs.Dispose();

    private async Task WorkAsync(BatchRun run, IReadOnlyList<EventLine> deliveries, string note, Actor by)
    {
        foreach (var delivery in deliveries)
        {
            if (run.Stopping.IsCancellationRequested) return;
            run.Advance(1, (await replay.RunAsync(delivery, note, by, CancellationToken.None)).Done ? 1 : 0);
        }
    }
}
