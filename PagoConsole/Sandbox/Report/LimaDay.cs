using System.Globalization;

namespace PagoConsole.Sandbox.Report;

/// <summary>A business day in Lima, which has kept five hours behind UTC without summer time since 1994.</summary>
internal static class LimaDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-5);

    public static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    public static string Text(DateTimeOffset at) =>
        at.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A day as the contract writes it, and nothing else.</summary>
    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>That many days from Monday to Friday later.</summary>
    public static DateOnly AddBusinessDays(DateOnly day, int days)
    {
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days--;
        }
        return day;
    }
}
