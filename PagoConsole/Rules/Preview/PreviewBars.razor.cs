using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Rules.Preview;

/// <summary>The shares that are approved, reviewed and rejected, now and with the draft.</summary>
public sealed partial class PreviewBars
{
    private const double Width = 1000;

    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePreview Preview { get; set; }

    private static string ClassOf(RiskOutcome outcome) => outcome switch
    {
        RiskOutcome.Approve => "approve",
        RiskOutcome.Review => "review",
        RiskOutcome.Reject => "reject",
    };

    private string Label(string name, PreviewSide side) =>
        $"{name}: {string.Join(", ", Enum.GetValues<RiskOutcome>().Select(outcome => $"{Text[$"Outcome_{outcome}"]} {ShareOf(side, outcome).ToString("P1", CultureInfo.CurrentCulture)}"))}";

    private double ShareOf(PreviewSide side, RiskOutcome outcome) => Preview.Judged == 0 ? 0 : (double)side.Of(outcome).Orders / Preview.Judged;

    private IEnumerable<(string Class, string X, string Width, string Title)> PartsOf(PreviewSide side)
    {
        var x = 0.0;
        foreach (var outcome in Enum.GetValues<RiskOutcome>())
        {
            var (share, begin) = (ShareOf(side, outcome), x);
            x += share * Width;
            if (share > 0) yield return (ClassOf(outcome), Text1(begin), Text1(share * Width), $"{Text[$"Outcome_{outcome}"]} {share.ToString("P1", CultureInfo.CurrentCulture)}");
        }
    }

    private static string Text1(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
