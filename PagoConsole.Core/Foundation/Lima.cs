namespace PagoConsole.Core.Foundation;

/// <summary>The business calendar: days are those of America/Lima, UTC−5 all year (no summer time since 1994).</summary>
public static class Lima
{
    /// <summary>The zone, from the machine's database, or made by hand where that has none.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("America/Lima", out var zone)
        ? zone
        : TimeZoneInfo.CreateCustomTimeZone("America/Lima", TimeSpan.FromHours(-5), "America/Lima", "America/Lima");

    /// <summary>The business day in which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant at which a business day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
