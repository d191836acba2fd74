using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Monitor;

namespace PagoConsole.Evidence.Aml;

/// <summary>Payments just under a threshold, in sentences.</summary>
public sealed partial class PatternList
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<NearPattern> Patterns { get; set; }
}
