using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>Where a draft stands.</summary>
public sealed partial class DraftChip
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public DraftState State { get; set; }

    private Tone Tone => State switch
    {
        DraftState.Open => Tone.Note,
        DraftState.WaitingForApproval or DraftState.Scheduled => Tone.Waiting,
        DraftState.Held => Tone.Bad,
        DraftState.Published => Tone.Good,
        DraftState.Discarded => Tone.Neutral,
    };

    private string Icon => State switch
    {
        DraftState.Open => Icons.Material.Outlined.Edit,
        DraftState.WaitingForApproval => Icons.Material.Outlined.HowToReg,
        DraftState.Scheduled => Icons.Material.Outlined.Schedule,
        DraftState.Held => Icons.Material.Outlined.PanTool,
        DraftState.Published => Icons.Material.Outlined.CheckCircle,
        DraftState.Discarded => Icons.Material.Outlined.DeleteOutline,
    };
}
