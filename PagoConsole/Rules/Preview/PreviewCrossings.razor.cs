using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Rules.Preview;

/// <summary>The orders that change sides, each way by itself, each order one click away.</summary>
public sealed partial class PreviewCrossings
{
    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePreview Preview { get; set; }

    /// <summary>What decides: rules that count on one side only, or the points alone.</summary>
    private string Why(ChangedOrder order)
    {
        var parts = order.Added.Select(rule => Text["Why_Added", Rules.NameOf(rule)].Value).Concat(order.Dropped.Select(rule => Text["Why_Dropped", Rules.NameOf(rule)].Value)).ToList();
        return parts.Count > 0 ? string.Join(Rules["Separator"], parts) : Text["Why_Points"];
    }

    private static TimeSpan Whole(TimeSpan age) => age.TotalDays >= 2 ? TimeSpan.FromDays(Math.Floor(age.TotalDays)) : age;
}
