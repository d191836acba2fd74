using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders.Invoices;

namespace PagoConsole.Core.Orders;

/// <summary>Registers orders.</summary>
public static class OrderRegistration
{
    /// <summary>Adds the documents and the list of orders, and what is asked of their invoice data.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSettings<InvoiceOptions>(InvoiceOptions.Section)
        .AddSingleton<IValidateOptions<InvoiceOptions>, CheckInvoiceOptions>()
        .AddSingleton<OrderDocuments>()
        .AddSingleton<OrderList>()
        .AddSingleton<BuyerView>();
}
