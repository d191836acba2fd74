using PagoConsole.Core.Risk.Counting;

namespace PagoConsole.Core.Risk.Watch;

/// <summary>What is watched after a publish.</summary>
public enum WatchedKind
{
    /// <summary>Of all orders, those that the rules approved.</summary>
    Approved,

    /// <summary>Of all orders, those that were given to a person.</summary>
    Held,

    /// <summary>Of all orders, those that the rules rejected.</summary>
    Rejected,

    /// <summary>Of the held orders that people decided, those that they approved.</summary>
    Released,
}

/// <summary>What is to be said of a rate.</summary>
public enum RateState
{
    /// <summary>Too few orders, before or since, to say anything.</summary>
    TooFew,

    /// <summary>It lies where the days before let it be expected.</summary>
    Inside,

    /// <summary>It has left its band.</summary>
    Outside,
}

/// <summary>One stretch of a rate's course: a day from the hour of the publish on, or the same hours of a day while less than one has passed.</summary>
/// <param name="From">When it began.</param>
/// <param name="Since">Whether it lies after the publish.</param>
/// <param name="Portion">How many of how many.</param>
public sealed record RatePoint(DateTimeOffset From, bool Since, Portion Portion);

/// <summary>A rate before and after a publish.</summary>
/// <param name="What">Which.</param>
/// <param name="Before">The days before together.</param>
/// <param name="After">All since together.</param>
/// <param name="Band">Where it may lie; null where there are too few orders.</param>
/// <param name="Back">Where it must lie so that an alarm ends.</param>
/// <param name="Points">Its course, oldest first.</param>
public sealed record WatchedRate(WatchedKind What, Portion Before, Portion After, RateBand? Band, RateBand? Back, IReadOnlyList<RatePoint> Points)
{
    /// <summary>What is to be said of it.</summary>
    public RateState State => Band is null || After.Share is not { } share ? RateState.TooFew : Band.Holds(share) ? RateState.Inside : RateState.Outside;

    /// <summary>Makes it of its course.</summary>
    public static WatchedRate Of(WatchedKind what, IReadOnlyList<RatePoint> points)
    {
        var before = points.Where(point => !point.Since).Select(point => point.Portion).ToList();
        var after = Together(points.Where(point => point.Since).Select(point => point.Portion));
        return new(what, Together(before), after, RateBand.Of(before, after.Of), RateBand.Of(before, after.Of, RateBand.Back), points);
    }

    private static Portion Together(IEnumerable<Portion> portions)
    {
        var all = portions.ToList();
        return new(all.Sum(p => p.Of), all.Sum(p => p.Count));
    }
}

/// <summary>A rule's hits before and after a publish.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">Orders of the days before, and those that it fired for.</param>
/// <param name="After">Orders since, and those that it fired for.</param>
public sealed record WatchedRule(string Rule, Portion Before, Portion After);

/// <summary>A version as the watch names it.</summary>
/// <param name="Version">Its number.</param>
/// <param name="At">Since when it held.</param>
/// <param name="By">Who made it.</param>
/// <param name="Comment">What it changed, in its author's words.</param>
public sealed record WatchedVersion(int Version, DateTimeOffset At, string By, string Comment);

/// <summary>How orders fare since a version of the rules was published.</summary>
/// <param name="Version">The version.</param>
/// <param name="Former">The one before it; null for the first.</param>
/// <param name="Next">The one after it; null while it is in force.</param>
/// <param name="Until">Up to when it is watched: its end, or fourteen days.</param>
/// <param name="SameHours">Whether only the same hours of the days before are compared, since less than a day has passed.</param>
/// <param name="Rates">Approved, held, rejected, and what people approved.</param>
/// <param name="Rules">Hits by rule; those that changed most first.</param>
/// <param name="Counted">How far it is counted.</param>
public sealed record WatchView(
    WatchedVersion Version, WatchedVersion? Former, WatchedVersion? Next, DateTimeOffset Until, bool SameHours, IReadOnlyList<WatchedRate> Rates, IReadOnlyList<WatchedRule> Rules, CountedSoFar Counted)
{
    /// <summary>A rate by its name.</summary>
    public WatchedRate Of(WatchedKind what) => Rates.Single(rate => rate.What == what);
}
