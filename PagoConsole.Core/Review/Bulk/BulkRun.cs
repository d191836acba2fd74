using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review.Bulk;

/// <summary>Where a run over many cases stands.</summary>
public enum BulkPhase
{
    /// <summary>It decides.</summary>
    Deciding,

    /// <summary>Somebody stopped it; what was decided stays.</summary>
    Stopped,

    /// <summary>All were gone through.</summary>
    Finished,

    /// <summary>What can be taken back is.</summary>
    TakingBack,

    /// <summary>What could be taken back is.</summary>
    TakenBack,
}

/// <summary>A case that could not be decided, or not taken back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Why">Why not; null where it failed for no reason of its own and can be tried again.</param>
public sealed record BulkMiss(string OrderId, Refusal? Why);

/// <summary>How far a run is.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Done">How many it has gone through.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Decided">How many it decided.</param>
/// <param name="FirstApprovals">How many got a first approval.</param>
/// <param name="TakenBack">How many were taken back again.</param>
/// <param name="Missed">What it could not do.</param>
public sealed record BulkProgress(BulkPhase Phase, int Done, int Of, int Decided, int FirstApprovals, int TakenBack, IReadOnlyList<BulkMiss> Missed)
{
    /// <summary>Whether it is at work.</summary>
    public bool Working => Phase is BulkPhase.Deciding or BulkPhase.TakingBack;
}

/// <summary>One decision over many cases, each on its own. It goes on when the page that started it is left.</summary>
public sealed class BulkRun
{
    private readonly Lock gate = new();
    private readonly List<BulkMiss> missed = [];
    private readonly List<(string OrderId, DateTimeOffset Until)> decided = [];
    private readonly CancellationTokenSource stop;
    private BulkPhase phase = BulkPhase.Deciding;
    private (int Done, int First, int Back) counts;

    internal BulkRun(Verdict verdict, IReadOnlyList<string> orders, CancellationToken ended)
    {
        (Verdict, Orders) = (verdict, orders);
        stop = CancellationTokenSource.CreateLinkedTokenSource(ended);
    }

    /// <summary>What is decided.</summary>
    public Verdict Verdict { get; }

    /// <summary>Ends when it is at rest.</summary>
    public Task Completion { get; internal set; } = Task.CompletedTask;

    internal IReadOnlyList<string> Orders { get; }

    internal CancellationToken Stopping => stop.Token;

    /// <summary>How far it is now.</summary>
    public BulkProgress Progress
    {
        get
        {
            lock (gate) return new(phase, counts.Done, Orders.Count, decided.Count + counts.Back, counts.First, counts.Back, [.. missed]);
        }
    }

    /// <summary>Decides no more of them; what is decided stays.</summary>
    public void Stop()
    {
        lock (gate)
            if (phase == BulkPhase.Deciding) phase = BulkPhase.Stopped;
        stop.Cancel();
    }

    /// <summary>How many of its decisions can still be taken back.</summary>
    public int RevocableAt(DateTimeOffset at)
    {
        lock (gate) return decided.Count(one => one.Until > at);
    }

    internal void Decide(string orderId, ReviewCase held)
    {
        lock (gate)
        {
            counts.Done++;
            if (held is { State: ReviewState.Decided, EffectiveAt: { } until }) decided.Add((orderId, until));
            else counts.First++;
        }
    }

    internal void Miss(string orderId, Refusal? why)
    {
        lock (gate)
        {
            counts.Done++;
            missed.Add(new(orderId, why));
        }
    }

    internal void Rest()
    {
        lock (gate)
            if (phase == BulkPhase.Deciding) phase = BulkPhase.Finished;
    }

    /// <summary>Begins to take back.</summary>
    /// <returns>What can be, the soonest to take effect first; null if it is at work.</returns>
    internal IReadOnlyList<string>? TurnBack(DateTimeOffset now)
    {
        lock (gate)
        {
            if (phase is BulkPhase.Deciding or BulkPhase.TakingBack) return null;
            phase = BulkPhase.TakingBack;
            return [.. decided.Where(one => one.Until > now).OrderBy(one => one.Until).Select(one => one.OrderId)];
        }
    }

    internal void Back(string orderId, Refusal? why, bool done)
    {
        lock (gate)
        {
            if (!done)
            {
                missed.Add(new(orderId, why));
                return;
            }

            counts.Back++;
            decided.RemoveAll(one => one.OrderId == orderId);
        }
    }

    internal void HasTurnedBack()
    {
        lock (gate) phase = BulkPhase.TakenBack;
    }
}
