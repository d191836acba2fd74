namespace PagoConsole.Core.Review.Effort;

/// <summary>What a case costs the people who decide it, and how much of them there is.</summary>
/// <param name="PerCase">The mean time in hand, from taking a case to deciding it.</param>
/// <param name="Decisions">How many decisions that was measured on; 0 where it is assumed.</param>
/// <param name="HoursPerDay">The hours that all analysts together have in a day; null where nobody has said.</param>
public sealed record ReviewEffort(TimeSpan PerCase, int Decisions, double? HoursPerDay)
{
    /// <summary>What a case is taken to cost until enough of them were decided.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(6);

    /// <summary>Fewer decisions than this say little.</summary>
    public const int FewestDecisions = 30;

    /// <summary>Nobody works longer than this on one case; whoever seems to went away from it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Whether the time is assumed, because too little was decided to measure it.</summary>
    public bool IsAssumed => Decisions == 0;

    /// <summary>The hours that so many cases cost.</summary>
    public double HoursFor(double cases) => cases * PerCase.TotalHours;

    /// <summary>Of times in hand.</summary>
    public static ReviewEffort Of(IReadOnlyCollection<TimeSpan> inHand, double hoursPerDay)
    {
        double? hours = hoursPerDay > 0 ? hoursPerDay : null;
        return inHand.Count < FewestDecisions
            ? new(Usual, 0, hours)
            : new(TimeSpan.FromTicks((long)inHand.Average(time => Math.Clamp(time.Ticks, 0, Longest.Ticks))), inHand.Count, hours);
    }
}
