using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Evidence.Aml;

/// <summary>What stands out about a document, as chips.</summary>
public sealed partial class DocumentSigns
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter]
    public bool OverMonthly { get; set; }

    /// <summary>Patterns of payments just under the threshold.</summary>
    [Parameter]
    public int Near { get; set; }

    /// <summary>Payments in currencies that are in no sum.</summary>
    [Parameter]
    public long Other { get; set; }

    [Parameter]
    public string? CaseId { get; set; }
}
