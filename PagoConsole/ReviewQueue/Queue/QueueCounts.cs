using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>Figures over all cases that wait, whatever the filter.</summary>
public sealed class QueueCounts
{
    private readonly IReadOnlyList<QueuedCase> waiting;
    private readonly Actor viewer;
    private readonly DateTimeOffset now;
    private readonly Dictionary<QueueFilter, int> counted = [];

    public QueueCounts(QueueView view, Actor viewer)
    {
        (this.viewer, now) = (viewer, view.At);
        waiting = [.. view.Open.Where(c => c.State != ReviewState.Decided)];
        Stake = waiting.Sum(c => c.Stake);
        WithinHour = waiting.Count(c => !(c.PausedUntil > now) && c.LeftAt(now) <= TimeSpan.FromHours(1));
        Ending = [.. waiting.Where(c => c.EndsSoonAt(now))];
        Reasons = [.. waiting.SelectMany(c => c.Reasons).GroupBy(reason => reason).OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key).Select(reason => reason.Key)];
        Next = view.Cases.FirstOrDefault(c => c.HolderAt(now) is null && c.IsFor(viewer, now))?.OrderId;
    }

    public int Waiting => waiting.Count;

    /// <summary>What all of them are worth, in soles.</summary>
    public decimal Stake { get; }

    /// <summary>How many end within the hour.</summary>
    public int WithinHour { get; }

    /// <summary>Those of whose hold 95 % have passed.</summary>
    public IReadOnlyList<QueuedCase> Ending { get; }

    /// <summary>How long the last of <see cref="Ending"/> has left.</summary>
    public TimeSpan EndingWithin => Ending.Count == 0 ? TimeSpan.Zero : Ending.Max(c => c.LeftAt(now));

    /// <summary>The rules that hold any of them, the most frequent first.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>The first one of the part that is shown which nobody has and the viewer can decide.</summary>
    public string? Next { get; }

    /// <summary>How many a filter wants; counted once, however often it is drawn.</summary>
    public int Of(QueueFilter filter)
    {
        if (filter.IsAll) return waiting.Count;
        if (counted.TryGetValue(filter, out var count)) return count;
        return counted[filter] = waiting.Count(c => filter.Wants(c, viewer, now));
    }
}
