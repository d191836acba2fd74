using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>Where a case stands: icon, word and colour.</summary>
public sealed partial class AmlStateChip
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AmlCaseState State { get; set; }

    private Tone Tone => State switch
    {
        AmlCaseState.Open => Tone.Waiting,
        AmlCaseState.Suspicious => Tone.Bad,
        AmlCaseState.Reported => Tone.Good,
        AmlCaseState.Harmless => Tone.Neutral,
    };

    private string Icon => State switch
    {
        AmlCaseState.Open => Icons.Material.Outlined.ManageSearch,
        AmlCaseState.Suspicious => Icons.Material.Outlined.ReportGmailerrorred,
        AmlCaseState.Reported => Icons.Material.Outlined.MarkEmailRead,
        AmlCaseState.Harmless => Icons.Material.Outlined.CheckCircle,
    };
}
