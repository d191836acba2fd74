using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Registers placing orders.</summary>
public static class PlaceOrderRegistration
{
    /// <summary>Adds the way an order comes in.</summary>
    public static IServiceCollection AddPlacingOrders(this IServiceCollection services)
    {
        services.AddSingleton<NewOrders>();
        return services.AddSingleton(s => new PlaceOrder(
            s.GetRequiredService<Writes>(),
            s.GetRequiredService<NewOrders>(),
            s.GetRequiredService<LiveFacts>(),
            s.GetRequiredService<GatewayDesk>(),
            s.GetRequiredService<OrderDocuments>(),
            s.GetRequiredService<IOptionsMonitor<PagoEfectivoOptions>>()));
    }
}
