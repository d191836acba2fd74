using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Monitor;

namespace PagoConsole.Evidence.Aml;

/// <summary>The payments of a document, newest first.</summary>
public sealed partial class PaymentTable
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<DocumentPayment> Payments { get; set; }
}
