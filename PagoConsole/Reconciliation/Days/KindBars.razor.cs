using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Days;

/// <summary>Differences by kind as bars: all of them light, the open ones dark; each leads to its rows.</summary>
public sealed partial class KindBars
{
    private List<(DifferenceKind Kind, int Open, int Total)> bars = [];

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<DifferencesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DifferenceCount> Counts { get; set; }

    /// <summary>The address that shows the rows of a kind.</summary>
    [Parameter, EditorRequired]
    public required Func<DifferenceKind, string> UrlOf { get; set; }

    protected override void OnParametersSet() => bars =
    [
        .. Counts.GroupBy(c => c.Kind).Select(g => (g.Key, g.Where(c => c.IsOpen).Sum(c => c.Count), g.Sum(c => c.Count)))
            .OrderByDescending(bar => bar.Item2).ThenByDescending(bar => bar.Item3).ThenBy(bar => bar.Key),
    ];

    private string Width(int count) => (100d * count / Math.Max(1, bars.Max(bar => bar.Total))).ToString("0.##", CultureInfo.InvariantCulture);
}
