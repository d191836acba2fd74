using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Monitor;

namespace PagoConsole.Evidence.Aml;

/// <summary>Which month is shown, and the rate that holds for it, or that there is none.</summary>
public sealed partial class MonthForm
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AmlMonth Month { get; set; }

    [Parameter]
    public MonthRules? Rules { get; set; }

    [Parameter, EditorRequired]
    public required Func<AmlMonth, string> UrlOf { get; set; }
}
