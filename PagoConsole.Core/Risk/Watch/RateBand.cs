namespace PagoConsole.Core.Risk.Watch;

/// <summary>How many of how many, in one stretch of time.</summary>
/// <param name="Of">All.</param>
/// <param name="Count">Those that are counted.</param>
public readonly record struct Portion(long Of, long Count)
{
    /// <summary>The share; null of none.</summary>
    public double? Share => Of == 0 ? null : (double)Count / Of;
}

/// <summary>Between what a rate lies if nothing has changed, by the days before.</summary>
/// <param name="Before">The rate of the days before.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
/// <param name="Spread">How much more the days before differ than chance alone would have it; 1 where they do not.</param>
public sealed record RateBand(double Before, double Low, double High, double Spread)
{
    /// <summary>Orders since the publish, of fewer nothing is said.</summary>
    public const int FewestAfter = 100;

    /// <summary>Orders of the days before, of fewer nothing is said.</summary>
    public const int FewestBefore = 200;

    /// <summary>Days before with orders, of fewer nothing is said: their spread could not be told.</summary>
    public const int FewestDays = 3;

    /// <summary>A rate leaves its band beyond so many standard deviations.</summary>
    public const double Leaves = 3;

    /// <summary>It is back once it is within so many again, so that an alarm does not come and go at the edge.</summary>
    public const double Back = 2;

    /// <summary>Whether a share lies in it.</summary>
    public bool Holds(double share) => share >= Low && share <= High;

    /// <summary>
    /// The band for the rate after so many orders. A proportion of n orders beside one of N earlier ones varies by p(1−p)(1/n + 1/N), times
    /// what the days before vary more among themselves than a binomial would (the dispersion of a quasi-binomial, Pearson's χ² by its degrees
    /// of freedom, never below 1; Laney's p′ chart widens its limits likewise). The ends are Wilson's, which hold near 0 and 1.
    /// </summary>
    /// <param name="before">The days before, or the same hours of them.</param>
    /// <param name="after">Orders since.</param>
    /// <param name="deviations">How wide, in standard deviations.</param>
    /// <returns>Null where there are too few to say anything.</returns>
    public static RateBand? Of(IReadOnlyList<Portion> before, long after, double deviations = Leaves)
    {
        var days = before.Where(day => day.Of > 0).ToList();
        var (all, count) = (days.Sum(day => day.Of), days.Sum(day => day.Count));
        if (after < FewestAfter || all < FewestBefore || days.Count < FewestDays) return null;
        var rate = (double)count / all;
        var spread = SpreadOf(days, rate);
        var (low, high) = Wilson(rate, 1 / (spread * ((1d / after) + (1d / all))), deviations);
        return new(rate, low, high, spread);
    }

    /// <summary>Wilson's score interval (1927) of a proportion.</summary>
    /// <param name="rate">The proportion.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="deviations">How wide, in standard deviations.</param>
    public static (double Low, double High) Wilson(double rate, double of, double deviations)
    {
        var square = deviations * deviations;
        var middle = (rate + (square / (2 * of))) / (1 + (square / of));
        var half = deviations / (1 + (square / of)) * Math.Sqrt((rate * (1 - rate) / of) + (square / (4 * of * of)));
        return (rate == 0 ? 0 : Math.Max(0, middle - half), rate == 1 ? 1 : Math.Min(1, middle + half)); // at the ends exactly, not but for a rounding
    }

    private static double SpreadOf(List<Portion> days, double rate)
    {
        if (rate is 0 or 1) return 1;
        var squares = days.Sum(day => Math.Pow(day.Count - (day.Of * rate), 2) / (day.Of * rate * (1 - rate)));
        return Math.Max(1, squares / (days.Count - 1));
    }
}
