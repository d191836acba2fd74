using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Payments;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>How far a money case has come: icon, word and colour.</summary>
public sealed partial class CaseStateChip
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MoneyCaseState State { get; set; }

    private Tone Tone => State switch
    {
        MoneyCaseState.Open => Tone.Waiting,
        MoneyCaseState.AwaitingSecond or MoneyCaseState.AwaitingPayout => Tone.Note,
        MoneyCaseState.Settled => Tone.Good,
    };

    private string Icon => State switch
    {
        MoneyCaseState.Open => Icons.Material.Outlined.Balance,
        MoneyCaseState.AwaitingSecond => Icons.Material.Outlined.Group,
        MoneyCaseState.AwaitingPayout => Icons.Material.Outlined.Outbound,
        MoneyCaseState.Settled => Icons.Material.Outlined.CheckCircle,
    };
}
