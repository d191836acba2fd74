using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Overview;

/// <summary>What is usual: the middle of earlier days, and between what they lay.</summary>
/// <param name="Days">How many days it is drawn from.</param>
/// <param name="Median">The middle.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public sealed record Usual(int Days, double Median, double Least, double Most)
{
    /// <summary>One day alone says nothing about what is usual.</summary>
    public const int FewestDays = 2;

    /// <summary>How many same weekdays are looked at.</summary>
    public const int Weeks = 4;

    /// <summary>What is usual among these; null where they are too few.</summary>
    public static Usual? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count < FewestDays) return null;
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Usual(sorted.Count, median, sorted[0], sorted[^1]);
    }

    /// <summary>The same weekday of the four weeks before a day, the latest first.</summary>
    public static IReadOnlyList<DateOnly> DaysBefore(DateOnly day) => [.. Enumerable.Range(1, Weeks).Select(week => day.AddDays(-7 * week))];

    /// <summary>Those of the days that were counted from their beginning.</summary>
    /// <param name="days">The days.</param>
    /// <param name="since">When the first hour of all began; null if there is none.</param>
    public static IReadOnlyList<DateOnly> Whole(IEnumerable<DateOnly> days, DateTimeOffset? since) =>
        since is { } first ? [.. days.Where(day => Lima.StartOf(day) >= first)] : [];
}

/// <summary>A figure of today beside what is usual until the same time of day on the same weekday.</summary>
/// <param name="SoFar">Today until now.</param>
/// <param name="Usual">What is usual; null where there is too little history.</param>
/// <param name="Today">Today by hour.</param>
/// <param name="UsualHours">What is usual in each hour; empty where there is too little history.</param>
public sealed record TodayFigure(long SoFar, Usual? Usual, DayCurve Today, IReadOnlyList<Usual> UsualHours)
{
    /// <summary>Whether it lies outside of what the earlier days saw.</summary>
    public bool IsUnusual => Usual is { } usual && (SoFar > usual.Most || SoFar < Math.Floor(usual.Least));

    /// <summary>Compares today with earlier days.</summary>
    public static TodayFigure Of(DayCurve today, IReadOnlyList<DayCurve> earlier, TimeSpan sinceMidnight) => new(
        today.Total,
        Usual.Of([.. earlier.Select(day => day.Until(sinceMidnight))]),
        today,
        [.. Enumerable.Range(0, today.Hours.Count).Select(hour => Usual.Of([.. earlier.Select(day => (double)day.Hours[hour])])).OfType<Usual>()]);
}
