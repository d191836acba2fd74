using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Shared;

/// <summary>A figure by business day, as bars over an axis, with the table behind them.</summary>
public sealed partial class DayBars
{
    private const int Step = 12;
    private const int Height = 120;
    private const int Least = 3;

    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<(DateOnly Day, int Value)> Days { get; set; }

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What is counted.</summary>
    [Parameter, EditorRequired]
    public required string Unit { get; set; }

    private int Top => RoundScale.Above(Days.Select(day => day.Value).DefaultIfEmpty().Max());

    private int HeightOf(int value) => Math.Max(Least, (int)((long)value * Height / Top));

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
