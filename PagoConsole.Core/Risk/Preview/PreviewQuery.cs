using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>What to look at: what a draft would have done in the last days, beside the rules in force.</summary>
/// <param name="Active">The rules in force.</param>
/// <param name="Draft">The rules to compare them with.</param>
/// <param name="Days">The business days (Lima) up to and with the one that runs.</param>
public sealed record PreviewQuery(RuleSet Active, RuleSet Draft, int Days);

/// <summary>How far a preview is.</summary>
/// <param name="Share">The part of history that was walked through, 0 to 1.</param>
/// <param name="Sample">First figures, of a sample; told once, before the walk.</param>
public sealed record PreviewStep(double Share, RulePreview? Sample = null);

/// <summary>The business days (Lima) whose orders are judged.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record PreviewSpan(DateOnly From, DateOnly To)
{
    /// <summary>The longest span, in days.</summary>
    public const int Longest = 366;

    /// <summary>How many days it has.</summary>
    public int Length => To.DayNumber - From.DayNumber + 1;

    /// <summary>When the first day begins.</summary>
    public DateTimeOffset Begin { get; } = Lima.StartOf(From);

    /// <summary>When the last day ends.</summary>
    public DateTimeOffset End { get; } = Lima.StartOf(To.AddDays(1));

    /// <summary>The last days, the one that runs among them.</summary>
    public static PreviewSpan Last(int days, DateTimeOffset now)
    {
        var today = Lima.DayOf(now);
        return new(today.AddDays(1 - Math.Clamp(days, 1, Longest)), today);
    }

    /// <summary>Whether an order that was placed at an instant is one of them.</summary>
    public bool Holds(DateTimeOffset placedAt) => placedAt >= Begin && placedAt < End;

    /// <summary>Whether all days of another span are days of this one.</summary>
    public bool Holds(PreviewSpan other) => other.From >= From && other.To == To;

    /// <summary>
    /// How many days figures by day are divided by: up to now, and where history begins later, from the day of its first order on. At least one.
    /// </summary>
    public double DaysUpTo(DateTimeOffset now, DateTimeOffset? firstOrder)
    {
        var begin = firstOrder is { } first && Lima.StartOf(Lima.DayOf(first)) is var day && day > Begin ? day : Begin;
        return Math.Max(1, (now - begin).TotalDays);
    }
}
