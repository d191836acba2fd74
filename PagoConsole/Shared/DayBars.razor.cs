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

    /// <summary>The top of the scale: a round number, even, so that its half is a whole one.</summary>
    private int Top
    {
        get
        {
            var most = Days.Select(day => day.Value).DefaultIfEmpty().Max();
            if (most <= 1) return 1;
            var digit = (int)Math.Pow(10, Math.Floor(Math.Log10(most)));
            int[] rounds = [2 * digit, 4 * digit, 6 * digit, 8 * digit, 10 * digit];
            return rounds.First(round => round >= most);
        }
    }

    private int HeightOf(int value) => Math.Max(Least, (int)((long)value * Height / Top));

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
