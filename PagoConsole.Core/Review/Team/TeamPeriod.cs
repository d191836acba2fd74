using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review.Team;

/// <summary>How far back the figures of the team go.</summary>
public enum TeamPeriod
{
    /// <summary>The hour that runs, and the 23 before it.</summary>
    Hours24,

    /// <summary>The business day (Lima) that runs.</summary>
    Today,

    /// <summary>The business day that runs, and the six before it.</summary>
    Days7,
}

/// <summary>When periods begin.</summary>
public static class TeamPeriods
{
    /// <summary>The instant at which a period begins, on the hour.</summary>
    public static DateTimeOffset StartOf(TeamPeriod period, DateTimeOffset now) => period switch
    {
        TeamPeriod.Hours24 => HourOf(now).AddHours(-23),
        TeamPeriod.Today => Lima.StartOf(Lima.DayOf(now)),
        TeamPeriod.Days7 => Lima.StartOf(Lima.DayOf(now).AddDays(-6)),
    };

    /// <summary>The hour in which an instant falls. Lima's hours are those of UTC.</summary>
    internal static DateTimeOffset HourOf(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
