using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>How a business day stands: icon, word and colour.</summary>
public sealed partial class DayStateChip
{
    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DayState State { get; set; }

    private Tone Tone => State switch
    {
        DayState.Awaiting => Tone.Neutral,
        DayState.Matched => Tone.Waiting,
        DayState.Closed => Tone.Good,
        DayState.Reopened => Tone.Bad,
    };

    internal static string IconOf(DayState state) => state switch
    {
        DayState.Awaiting => Icons.Material.Outlined.Schedule,
        DayState.Matched => Icons.Material.Outlined.FactCheck,
        DayState.Closed => Icons.Material.Outlined.Lock,
        DayState.Reopened => Icons.Material.Outlined.LockOpen,
    };
}
