using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>
/// Keeps rows where they are while somebody reads them: they change in place, what is decided stays until it has taken effect, what sorts behind the last
/// one is added, and what would push rows down waits until it is asked for.
/// </summary>
internal sealed class StandingOrder
{
    public const int Step = 100;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private int limit = Step;

    /// <summary>The rows, in the order in which they stand.</summary>
    public IReadOnlyList<QueuedCase> Shown { get; private set; } = [];

    /// <summary>How many came since and sort before the last row.</summary>
    public int Fresh { get; private set; }

    /// <summary>How many were there, not shown, and sort before the last row now.</summary>
    public int Moved { get; private set; }

    /// <summary>How many follow behind the last row.</summary>
    public int Rest { get; private set; }

    /// <summary>The next look sorts anew.</summary>
    public void Renew() => Shown = [];

    /// <summary>The next look sorts anew and begins with the first rows only.</summary>
    public void Restart() => (Shown, limit) = ([], Step);

    /// <summary>The next look shows more.</summary>
    public void More() => limit += Step;

    /// <summary>Takes in what a look found.</summary>
    /// <param name="sorted">What the filter wants, in order.</param>
    /// <param name="open">All open cases.</param>
    public void Take(IReadOnlyList<QueuedCase> sorted, IReadOnlyList<QueuedCase> open)
    {
        var places = Shown.ToDictionary(row => row.OrderId, _ => -1, StringComparer.Ordinal);
        var last = -1;
        for (var at = 0; at < sorted.Count && places.Count > 0; at++)
        {
            if (!places.ContainsKey(sorted[at].OrderId)) continue;
            places[sorted[at].OrderId] = at;
            last = at;
        }

        var decided = open.Where(c => c.State == ReviewState.Decided && places.TryGetValue(c.OrderId, out var at) && at < 0)
            .ToDictionary(c => c.OrderId, StringComparer.Ordinal);
        var kept = Shown.Select(row => places[row.OrderId] is >= 0 and var at ? sorted[at] : decided.GetValueOrDefault(row.OrderId)).OfType<QueuedCase>().ToList();
        if (last < 0) Begin(kept, sorted);
        else Continue(kept, sorted, last, places);
    }

    private void Begin(List<QueuedCase> kept, IReadOnlyList<QueuedCase> sorted)
    {
        Shown = [.. kept, .. sorted.Take(limit)];
        (Fresh, Moved, Rest) = (0, 0, Math.Max(0, sorted.Count - limit));
        known.Clear();
        known.UnionWith(sorted.Select(c => c.OrderId));
    }

    private void Continue(List<QueuedCase> kept, IReadOnlyList<QueuedCase> sorted, int last, Dictionary<string, int> places)
    {
        (Fresh, Moved) = (0, 0);
        for (var at = 0; at < last; at++)
        {
            if (places.ContainsKey(sorted[at].OrderId)) continue;
            if (known.Contains(sorted[at].OrderId)) Moved++;
            else Fresh++;
        }

        var behind = sorted.Skip(last + 1).Take(Math.Max(0, limit - kept.Count)).ToList();
        known.UnionWith(behind.Select(c => c.OrderId));
        Shown = [.. kept, .. behind];
        Rest = sorted.Count - last - 1 - behind.Count;
    }
}
