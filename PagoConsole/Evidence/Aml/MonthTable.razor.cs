using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Monitor;

namespace PagoConsole.Evidence.Aml;

/// <summary>What a document paid, month by month.</summary>
public sealed partial class MonthTable
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DocumentMonth> Months { get; set; }
}
