namespace PagoConsole.Reconciliation.Invoices;

/// <summary>Names the resource triple of invoice data.</summary>
internal sealed class InvoiceText;
