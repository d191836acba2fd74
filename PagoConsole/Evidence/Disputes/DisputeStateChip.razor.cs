using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Intake;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>Where a dispute stands: icon, word and colour.</summary>
public sealed partial class DisputeStateChip
{
    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DisputeState State { get; set; }

    private Tone Tone => State switch
    {
        DisputeState.Open => Tone.Waiting,
        DisputeState.Won => Tone.Good,
        DisputeState.Lost => Tone.Bad,
        DisputeState.Accepted => Tone.Note,
        DisputeState.Withdrawn => Tone.Neutral,
    };

    private string Icon => State switch
    {
        DisputeState.Open => Icons.Material.Outlined.Gavel,
        DisputeState.Won => Icons.Material.Outlined.EmojiEvents,
        DisputeState.Lost => Icons.Material.Outlined.ThumbDown,
        DisputeState.Accepted => Icons.Material.Outlined.Handshake,
        DisputeState.Withdrawn => Icons.Material.Outlined.Undo,
    };
}
