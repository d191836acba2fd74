using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>Registers invoice data.</summary>
internal static class InvoiceRegistration
{
    public static IServiceCollection AddInvoices(this IServiceCollection services) => services;
}
