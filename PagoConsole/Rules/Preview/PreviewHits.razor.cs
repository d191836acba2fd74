using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Preview;

namespace PagoConsole.Rules.Preview;

/// <summary>Each rule's hits, now and with the draft; those that change first.</summary>
public sealed partial class PreviewHits
{
    private List<RuleHits> changed = [];

    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RulePreview Preview { get; set; }

    protected override void OnParametersSet() => changed = [.. Preview.Rules.Where(rule => rule.Before != rule.After)];

    private string Side(RuleSide side) => side.Mode is { } mode ? Side(mode, Text.Figure(Preview.Of(side.Hits))) : "–";

    private string Side(RuleMode mode, string hits) => mode switch
    {
        RuleMode.Off => Rules["Mode_Off"],
        RuleMode.Shadow => $"{hits} ({Rules["Mode_Shadow"]})",
        RuleMode.Enforce => hits,
    };
}
