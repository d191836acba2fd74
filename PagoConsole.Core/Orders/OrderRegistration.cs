using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Orders;

/// <summary>Registers orders.</summary>
public static class OrderRegistration
{
    /// <summary>Adds the documents and the list of orders.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services.AddSingleton<OrderDocuments>().AddSingleton<OrderList>().AddSingleton<BuyerView>();
}
