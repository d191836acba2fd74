using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Rules.Preview;

/// <summary>Every figure of a preview: now, with the draft, and the difference.</summary>
public sealed partial class PreviewFigures
{
    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePreview Preview { get; set; }

    [Parameter]
    public ReviewEffort? Effort { get; set; }

    private IEnumerable<Row> Rows()
    {
        foreach (var outcome in new[] { RiskOutcome.Review, RiskOutcome.Reject, RiskOutcome.Approve }) yield return Of(outcome);
        var (before, after) = (Preview.Before.Labels, Preview.After.Labels);
        yield return Counted("Caught", before.Caught, after.Caught, Preview.ChangeInCaught);
        yield return Counted("Missed", before.Missed, after.Missed, default(Estimate).Less(Preview.ChangeInCaught));
        yield return Counted("GoodHeld", before.GoodHeld, after.GoodHeld, Preview.ChangeInGoodHeld);
        yield return Share("Precision", before.Precision, after.Precision);
        yield return Share("Recall", before.Recall, after.Recall);
        if (Effort is not { } effort) yield break;
        var (now, then) = (HoursOf(effort, Preview.Before), HoursOf(effort, Preview.After));
        yield return new(
            effort.HoursPerDay is { } there ? Text["Row_Hours_Of", there.ToString("0.#", CultureInfo.CurrentCulture)] : Text["Row_Hours"],
            Text["Row_Hours_Help"], Text.Figure(now, "0.0"), Text.Figure(then, "0.0"), Text.Difference(Rounded(Math.Round(then.Value, 1) - Math.Round(now.Value, 1)), "0.0"));
    }

    private Row Of(RiskOutcome outcome)
    {
        var (before, after) = (Preview.Before.Of(outcome), Preview.After.Of(outcome));
        return new(
            Text[$"Row_{outcome}"], null, Text.Figure(Preview.Of(before)), Text.Figure(Preview.Of(after)), Text.Difference(Preview.ChangeIn(outcome)),
            PreviewWords.Soles(Preview.SolesOf(before).Value), PreviewWords.Soles(Preview.SolesOf(after).Value));
    }

    private Row Counted(string what, long before, long after, Estimate change) =>
        new(Text[$"Row_{what}"], Text[$"Row_{what}_Help"], Text.Figure(Preview.Of(before)), Text.Figure(Preview.Of(after)), Text.Difference(change));

    private Row Share(string what, double? before, double? after) => new(
        Text[$"Row_{what}"], Text[$"Row_{what}_Help"], Percent(before), Percent(after),
        before is { } was && after is { } becomes ? Points(Rounded(Math.Round(becomes * 100, 1) - Math.Round(was * 100, 1))) : "–");

    private Estimate HoursOf(ReviewEffort effort, PreviewSide side)
    {
        var cases = Preview.Of(side.Review).Over(Preview.Days);
        return new(effort.HoursFor(cases.Value), effort.HoursFor(cases.Low), effort.HoursFor(cases.High));
    }

    private string Points(Estimate difference) => difference.Value == 0 ? Text["Same"] : Text["PercentPoints", Text.Difference(difference, "0.0")];

    private static Estimate Rounded(double value) => Estimate.Exactly(Math.Round(value, 1));

    private static string Percent(double? share) => share?.ToString("P1", CultureInfo.CurrentCulture) ?? "–";

    private sealed record Row(
        string Name, string? Help, string Before, string After, string Difference, string? BeforeSoles = null, string? AfterSoles = null);
}
