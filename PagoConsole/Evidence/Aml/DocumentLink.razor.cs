using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Monitor;

namespace PagoConsole.Evidence.Aml;

/// <summary>A document: its number as far as the reader may see it, and where it leads.</summary>
public sealed partial class DocumentLink
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    /// <summary>Its hash; null where an order names none.</summary>
    [Parameter, EditorRequired]
    public required string? Document { get; set; }

    [Parameter]
    public DocumentName? Name { get; set; }
}
