using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Cases;

namespace PagoConsole.Evidence.Aml;

/// <summary>The reasons for which a case can be opened, any number of them.</summary>
public sealed partial class ReasonBoxes
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AmlReason> Chosen { get; set; }

    [Parameter]
    public EventCallback<IReadOnlyList<AmlReason>> ChosenChanged { get; set; }

    private Task ToggleAsync(AmlReason reason) => ChosenChanged.InvokeAsync(Chosen.Contains(reason) ? [.. Chosen.Where(other => other != reason)] : [.. Chosen, reason]);
}
