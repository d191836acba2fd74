using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Orders.Invoices;

namespace PagoConsole.Reconciliation.Invoices;

/// <summary>What invoice the buyer of an order wants, and whether one can be made; what is personal comes masked or not, as the page has it.</summary>
public sealed partial class InvoiceFactList
{
    [Inject]
    internal IStringLocalizer<InvoiceText> Text { get; set; } = default!;

    /// <summary>What the marketplace told.</summary>
    [Parameter, EditorRequired]
    public OrderInvoice? Invoice { get; set; }

    [Parameter, EditorRequired]
    public string? SellerRuc { get; set; }

    /// <summary>What it came to; null for an order of the marketplace's history.</summary>
    [Parameter, EditorRequired]
    public OrderInvoiceState? Facts { get; set; }
}
