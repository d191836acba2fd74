using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Overview;

/// <summary>A figure by the hours of one business day.</summary>
/// <param name="Day">The day in Lima.</param>
/// <param name="Hours">24 of them.</param>
public sealed record DayCurve(DateOnly Day, IReadOnlyList<long> Hours)
{
    private const int HoursOfDay = 24;

    /// <summary>What came until so long after midnight; of the running hour its share, as if it were spread evenly.</summary>
    public double Until(TimeSpan sinceMidnight)
    {
        var whole = (int)sinceMidnight.TotalHours;
        if (whole >= HoursOfDay) return Hours.Sum();
        return Hours.Take(whole).Sum() + (Hours[whole] * (sinceMidnight.TotalHours - whole));
    }

    /// <summary>All of the day.</summary>
    public long Total => Hours.Sum();

    /// <summary>A day from what is known of its hours; hours of other days are left out.</summary>
    public static DayCurve Of(DateOnly day, IReadOnlyDictionary<DateTimeOffset, long> counts)
    {
        var start = Lima.StartOf(day);
        return new DayCurve(day, [.. Enumerable.Range(0, HoursOfDay).Select(hour => counts.GetValueOrDefault(start.AddHours(hour)))]);
    }
}
