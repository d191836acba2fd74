using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Seals;

/// <summary>Whether a seal held when it was last checked.</summary>
public sealed partial class SealChip
{
    [Inject]
    internal IStringLocalizer<SealsText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DailySeal Seal { get; set; }

    private string Words => Text[Seal switch
    {
        { CheckedAt: null } => "State_Unchecked",
        { Fault: null } => "State_Holds",
        _ => "State_Broken",
    }];

    private string? Hint => Seal.Fault is { } fault ? Text[$"Seal_{fault}"].Value : null;

    private Tone Tone => Seal switch
    {
        { CheckedAt: null } => Tone.Neutral,
        { Fault: null } => Tone.Good,
        _ => Tone.Bad,
    };

    private string Icon => Seal switch
    {
        { CheckedAt: null } => Icons.Material.Outlined.HourglassEmpty,
        { Fault: null } => Icons.Material.Outlined.Verified,
        _ => Icons.Material.Outlined.GppBad,
    };
}
