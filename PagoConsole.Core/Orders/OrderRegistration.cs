using Microsoft.Extensions.DependencyInjection;

namespace PagoConsole.Core.Orders;

/// <summary>Registers orders.</summary>
public static class OrderRegistration
{
    /// <summary>Adds the documents of orders.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services) => services.AddSingleton<OrderDocuments>();
}
