using System.Globalization;
using PagoConsole.Core.Risk.Performance;

namespace PagoConsole.Rules.Performance;

/// <summary>Which days are looked at, by day or by week, and which rule is open, as the address says it.</summary>
public sealed record PerformanceFilter
{
    private const int Usual = 30;
    private const string Week = "week";

    public int Days { get; init; } = Usual;

    public bool Weekly { get; init; }

    public string? Open { get; init; }

    public static PerformanceFilter Parse(string? days, string? by, string? open) => new()
    {
        Days = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && PerformanceBoard.Spans.Contains(number) ? number : Usual,
        Weekly = by == Week,
        Open = string.IsNullOrWhiteSpace(open) ? null : open.Trim(),
    };

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("days", Days == Usual ? null : Days.ToString(CultureInfo.InvariantCulture)),
        ("by", Weekly ? Week : null),
        ("open", Open),
    ];
}
