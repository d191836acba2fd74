using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Whether a rule counts.</summary>
public sealed partial class ModeChip
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public RuleMode Mode { get; set; }

    private Tone Tone => Mode switch
    {
        RuleMode.Off => Tone.Neutral,
        RuleMode.Shadow => Tone.Note,
        RuleMode.Enforce => Tone.Good,
    };

    private string Icon => Mode switch
    {
        RuleMode.Off => Icons.Material.Outlined.PowerSettingsNew,
        RuleMode.Shadow => Icons.Material.Outlined.VisibilityOff,
        RuleMode.Enforce => Icons.Material.Outlined.Gavel,
    };
}
