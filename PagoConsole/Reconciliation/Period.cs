using System.Globalization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Reconciliation;

/// <summary>Business days from one to another, both among them.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>The month in which a day lies.</summary>
    public static Period MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>What an address says; the present month where it says nothing that can be read.</summary>
    public static Period Parse(string? from, string? to, DateTimeOffset now)
    {
        var present = MonthOf(Lima.DayOf(now));
        var (first, last) = (DayOf(from), DayOf(to));
        return (first, last) switch
        {
            (null, null) => present,
            ({ } a, null) => MonthOf(a) with { From = a },
            (null, { } b) => MonthOf(b) with { To = b },
            ({ } a, { } b) => a <= b ? new Period(a, b) : new Period(b, a),
        };
    }

    /// <summary>As an address has it.</summary>
    public (string Name, string? Value)[] ToQuery() => [("from", From.ToString(Form, CultureInfo.InvariantCulture)), ("to", To.ToString(Form, CultureInfo.InvariantCulture))];

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1999 and < 2200 ? day : null;
}
