using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Outbox;

/// <summary>Registers the messages to the marketplace.</summary>
public static class OutboxRegistration
{
    /// <summary>Adds the one way in which orders change; key <c>PublicUrl</c>.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSettings<PublicAddressOptions>("");
        return services.AddSingleton<PublicAddress>().AddSingleton<OrderNews>();
    }
}
