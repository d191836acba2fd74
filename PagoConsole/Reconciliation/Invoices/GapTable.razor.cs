using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Core.Reconciliation.Invoices;

namespace PagoConsole.Reconciliation.Invoices;

/// <summary>Orders that cannot be invoiced, each with all that stands in the way.</summary>
public sealed partial class GapTable
{
    [Inject]
    internal IStringLocalizer<InvoiceText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<InvoiceGap> Rows { get; set; }

    private string WhyOf(InvoiceFaults faults) => string.Join(" · ", faults.Each().Select(fault => Text[$"Fault_{fault}"].Value));
}
