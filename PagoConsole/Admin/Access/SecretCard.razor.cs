using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Secrets;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>The secrets of one kind.</summary>
public sealed partial class SecretCard
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required SecretKind Kind { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SecretLine> Lines { get; set; }

    [Parameter]
    public EventCallback OnAdd { get; set; }

    [Parameter]
    public EventCallback<SecretLine> OnEnd { get; set; }

    [Parameter]
    public EventCallback<SecretLine> OnKeep { get; set; }

    private static Tone ToneOf(SecretState state) => state switch
    {
        SecretState.InUse => Tone.Good,
        SecretState.Standby => Tone.Note,
        SecretState.Ending => Tone.Waiting,
        SecretState.Ended or SecretState.Gone => Tone.Neutral,
    };

    private static string IconOf(SecretState state) => state switch
    {
        SecretState.InUse => Icons.Material.Outlined.CheckCircle,
        SecretState.Standby => Icons.Material.Outlined.PauseCircle,
        SecretState.Ending => Icons.Material.Outlined.HourglassBottom,
        SecretState.Ended or SecretState.Gone => Icons.Material.Outlined.Block,
    };
}
