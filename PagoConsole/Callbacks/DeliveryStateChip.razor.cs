using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Outbox;
using PagoConsole.Shared;

namespace PagoConsole.Callbacks;

/// <summary>How far a delivery has come: icon, word and colour.</summary>
public sealed partial class DeliveryStateChip
{
    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OutboxState State { get; set; }

    private Tone Tone => State switch
    {
        OutboxState.Waiting => Tone.Note,
        OutboxState.Delivered => Tone.Good,
        OutboxState.Parked => Tone.Bad,
    };

    private string Icon => State switch
    {
        OutboxState.Waiting => Icons.Material.Outlined.HourglassEmpty,
        OutboxState.Delivered => Icons.Material.Outlined.CheckCircle,
        OutboxState.Parked => Icons.Material.Outlined.ReportGmailerrorred,
    };
}
