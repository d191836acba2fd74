using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>Differences by kind as bars: all of them light, the open ones dark; each leads to its rows.</summary>
public sealed partial class KindBars
{
    private List<Bar> bars = [];

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
        .. Counts.GroupBy(c => c.Kind).Select(g => new Bar(
            g.Key, g.Where(c => c.IsOpen).Sum(c => c.Count), g.Sum(c => c.Count), SumOf(g.Where(c => c.IsOpen)), SumOf(g.Where(c => !c.IsOpen))))
            .OrderByDescending(bar => bar.Open).ThenByDescending(bar => bar.Total).ThenBy(bar => bar.Kind),
    ];

    /// <summary>Currencies stay apart: S/ 12.00 · US$ 3.00.</summary>
    private static string SumOf(IEnumerable<DifferenceCount> counts) => string.Join(
        " · ", counts.GroupBy(c => c.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => MoneyFormat.Of(new Money(g.Sum(c => c.Minor), g.Key))));

    private string Width(int count) => (100d * count / Math.Max(1, bars.Max(bar => bar.Total))).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>One kind: what is at stake is open; what is done with stands apart.</summary>
    private sealed record Bar(DifferenceKind Kind, int Open, int Total, string AtStake, string DoneWith);
}
