using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Preview;

/// <summary>What the figures of a preview rest on.</summary>
public sealed partial class PreviewFootnotes
{
    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePreview Preview { get; set; }

    [Parameter]
    public ReviewEffort? Effort { get; set; }

    private IEnumerable<string> Notes()
    {
        if (Preview.IsSample) yield return Text["Note_Sample"];
        var labels = Preview.Before.Labels;
        yield return labels.Fraud + labels.Good == 0 ? Text["Note_NoLabels"] : Text["Note_Labels", Number(labels.Fraud), Number(labels.Good), Number(Preview.Judged - labels.Fraud - labels.Good)];
        if (Effort is { } effort)
        {
            var minutes = effort.PerCase.TotalMinutes.ToString("0.#", CultureInfo.CurrentCulture);
            yield return effort.IsAssumed ? Text["Note_EffortAssumed", minutes, ReviewEffort.FewestDecisions] : Text["Note_Effort", minutes, effort.Decisions];
            if (effort.HoursPerDay is null) yield return Text["Note_NoHours"];
        }

        if (Preview.InDollars > 0)
            yield return Text["Note_Dollars", Preview.Rates.PenPerUsd.ToString("0.00##", CultureInfo.CurrentCulture), $"{Preview.Rates.AsOf:d}"];
        if (Preview.WithoutScore > 0) yield return Text.Count("Note_NoScore", Preview.WithoutScore);
        yield return Text["Note_Past"];
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
