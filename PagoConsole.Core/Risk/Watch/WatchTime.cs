using PagoConsole.Core.Risk.Counting;

namespace PagoConsole.Core.Risk.Watch;

/// <summary>
/// Which hours are compared. Until a day has passed since the publish, the hours since it are held against the same hours of each day before;
/// after that, days that begin at its hour are held against the days before that do.
/// </summary>
/// <param name="Publish">The hour of the publish.</param>
/// <param name="Passed">Hours that have begun since, with it.</param>
internal sealed record WatchTime(DateTimeOffset Publish, int Passed)
{
    private const int Day = 24;

    /// <summary>The first hour that is looked at.</summary>
    public DateTimeOffset From => Publish.AddDays(-WatchBoard.Days - 1); // a day more: business days begin elsewhere

    /// <summary>The end of the last one.</summary>
    public DateTimeOffset To => Publish.AddHours(Passed);

    /// <summary>Whether less than a day has passed.</summary>
    public bool SameHours => Passed < Day;

    public static WatchTime Of(DateTimeOffset publish, DateTimeOffset until)
    {
        var hour = HourOf(publish);
        return new(hour, Math.Max(1, (int)(HourOf(until) - hour).TotalHours + 1));
    }

    /// <summary>The course of a rate: fourteen stretches before the publish, and those since.</summary>
    public IReadOnlyList<RatePoint> Course(IReadOnlyCollection<JudgedHour> hours, int version, WatchedKind what)
    {
        var length = Math.Min(Passed, Day);
        var points = new List<RatePoint>();
        for (var day = -WatchBoard.Days; day < 0; day++) points.Add(Point(Publish.AddDays(day), false));
        for (var passed = 0; passed < Passed; passed += Day) points.Add(Point(Publish.AddHours(passed), true));
        return points;

        RatePoint Point(DateTimeOffset from, bool since) => new(
            from, since, PortionOf(hours.Where(c => c.Hour >= from && c.Hour < from.AddHours(length) && (since ? c.Version == version : c.Version < version)), what));
    }

    private static Portion PortionOf(IEnumerable<JudgedHour> hours, WatchedKind what)
    {
        var (of, count) = (0L, 0L);
        foreach (var hour in hours)
        {
            var decided = hour.What is Judgement.Released or Judgement.Refused;
            if (decided != (what == WatchedKind.Released)) continue;
            of += hour.Orders;
            if (hour.What == Counted(what)) count += hour.Orders;
        }

        return new(of, count);
    }

    private static Judgement Counted(WatchedKind what) => what switch
    {
        WatchedKind.Approved => Judgement.Approved,
        WatchedKind.Held => Judgement.Held,
        WatchedKind.Rejected => Judgement.Rejected,
        WatchedKind.Released => Judgement.Released,
    };

    private static DateTimeOffset HourOf(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds() / 3600 * 3600);
}
