using System.Globalization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Aml;

/// <summary>A calendar month in Lima, kept as <c>202611</c>.</summary>
/// <param name="Number">Year and month.</param>
public readonly record struct AmlMonth(int Number)
{
    /// <summary>Its first day.</summary>
    public DateOnly First => new(Number / 100, Number % 100, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>The month before.</summary>
    public AmlMonth Before => Of(First.AddMonths(-1));

    /// <summary>The month after.</summary>
    public AmlMonth After => Of(First.AddMonths(1));

    /// <summary>The month of a business day.</summary>
    public static AmlMonth Of(DateOnly day) => new((day.Year * 100) + day.Month);

    /// <summary>The month in which an instant falls in Lima.</summary>
    public static AmlMonth Of(DateTimeOffset instant) => Of(Lima.DayOf(instant));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static AmlMonth? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9999 ? Of(day) : null;

    /// <summary>As an address has it: <c>2026-11</c>.</summary>
    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
