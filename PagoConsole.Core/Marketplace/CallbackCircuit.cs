namespace PagoConsole.Core.Marketplace;

/// <summary>Whether the marketplace takes callbacks, seen from this node.</summary>
/// <param name="Open">It counts as down and is left alone.</param>
/// <param name="Since">Since when.</param>
/// <param name="NextTry">When one message tries it again.</param>
/// <param name="LastFault">What it answered last: a status, or what went wrong.</param>
/// <param name="LastTaken">When it last took one.</param>
public sealed record CallbackCircuitState(
    bool Open, DateTimeOffset? Since = null, DateTimeOffset? NextTry = null, string? LastFault = null, DateTimeOffset? LastTaken = null);

/// <summary>
/// The circuit breaker of the marketplace's address. When the messages of several orders fail in a row it opens; then one message at a
/// time tries, after pauses that double; one that is taken closes it. A single order whose message is never taken does not open it.
/// </summary>
public sealed class CallbackCircuit
{
    private readonly CallbackPatience patience;
    private readonly Lock gate = new();
    private readonly HashSet<string> failing = new(StringComparer.Ordinal);
    private CallbackCircuitState state = new(false);
    private int openings;

    internal CallbackCircuit(CallbackPatience patience) => this.patience = patience;

    /// <summary>How it stands.</summary>
    public CallbackCircuitState Now
    {
        get
        {
            lock (gate) return state;
        }
    }

    /// <summary>Whether a message may be sent at this moment.</summary>
    internal bool LetsThrough => Room(1) > 0;

    /// <summary>How many messages may be taken up: as many as wanted, none, or one to try with.</summary>
    internal int Room(int wanted)
    {
        lock (gate)
        {
            if (!state.Open) return wanted;
            return patience.Real.GetUtcNow() < state.NextTry ? 0 : Math.Min(wanted, 1);
        }
    }

    /// <summary>Takes note of an answer.</summary>
    /// <param name="orderId">Whose message it was.</param>
    /// <param name="fault">How it failed; null if the marketplace took it, or wants no more of it.</param>
    internal void Observe(string orderId, string? fault)
    {
        lock (gate)
        {
            if (fault is null) Close();
            else if (!state.Open) Count(orderId, fault);
            else if (patience.Real.GetUtcNow() >= state.NextTry) Open(fault, state.Since);
        }
    }

    private void Close()
    {
        failing.Clear();
        openings = 0;
        state = new(false, LastTaken: patience.Real.GetUtcNow());
    }

    private void Count(string orderId, string fault)
    {
        failing.Add(orderId);
        if (failing.Count >= patience.DownAfter) Open(fault, patience.Real.GetUtcNow());
    }

    private void Open(string fault, DateTimeOffset? since)
    {
        var pause = Math.Min(patience.FirstProbe.TotalSeconds * Math.Pow(2, Math.Min(openings++, 20)), patience.LongestProbe.TotalSeconds);
        state = new(true, since, patience.Real.GetUtcNow().AddSeconds(pause), fault, state.LastTaken);
    }
}
