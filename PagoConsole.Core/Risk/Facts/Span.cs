using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>
/// The time that a question looks at: after one instant, up to another. Orders that were accepted before this one but placed up to five
/// minutes after it count too (clocks of a marketplace's servers differ): else two orders that arrive together in the wrong order would both
/// slip under a limit.
/// </summary>
/// <param name="After">Later than this instant.</param>
/// <param name="UpTo">Not later than this one.</param>
internal readonly record struct Span(DateTimeOffset After, DateTimeOffset UpTo)
{
    /// <summary>How far an order may be placed in the future.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static Span Before(OrderSubject order, TimeSpan window) => new(order.PlacedAt - window, order.PlacedAt + Skew);

    /// <summary>The business day in which the order was placed.</summary>
    public static Span DayOf(OrderSubject order)
    {
        var day = Lima.DayOf(order.PlacedAt);
        return new(Lima.StartOf(day).AddMilliseconds(-1), Earlier(order.PlacedAt + Skew, Lima.StartOf(day.AddDays(1)).AddMilliseconds(-1)));
    }

    /// <summary>The calendar month in Lima up to the order.</summary>
    public static Span MonthOf(OrderSubject order)
    {
        var day = Lima.DayOf(order.PlacedAt);
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(Lima.StartOf(first).AddMilliseconds(-1), Earlier(order.PlacedAt + Skew, Lima.StartOf(first.AddMonths(1)).AddMilliseconds(-1)));
    }

    public bool Holds(DateTimeOffset at) => at > After && at <= UpTo;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
