namespace PagoConsole.Core.Foundation;

/// <summary>Counts the days on which banks work: Monday to Friday, less the holidays.</summary>
public static class BusinessDays
{
    /// <summary>The business day that many business days later.</summary>
    /// <param name="day">From when; need not be a business day itself.</param>
    /// <param name="days">0 or more; 0 gives the day itself.</param>
    /// <param name="holidays">Days besides Saturday and Sunday that do not count.</param>
    public static DateOnly After(DateOnly day, int days, IEnumerable<DateOnly> holidays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var off = holidays as ICollection<DateOnly> ?? [.. holidays];
        while (days > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day)) days--;
        }

        return day;
    }
}
