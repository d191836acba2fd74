using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Rest;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Connection;

/// <summary>Registers the connection check.</summary>
public static class ConnectionRegistration
{
    /// <summary>Adds it; needs PagoEfectivo, the webhook door and the marketplace.</summary>
    public static IServiceCollection AddConnectionCheck(this IServiceCollection services) => services.AddSingleton(s =>
    {
        var probe = new Probe(s.GetRequiredService<TimeProvider>());
        var (time, contexts, options) = (
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<IOptionsMonitor<PagoEfectivoOptions>>());
        return new CheckConnection(
            new AskGateway(probe, s.GetRequiredService<GatewayAddress>(), s.GetRequiredService<GatewayHealth>(), options, s.GetRequiredService<SecretShelf>(), contexts, time),
            new KnockAtOwnDoor(probe, s.GetRequiredService<PublicAddress>(), options, contexts, time),
            new TryCallback(probe, s.GetRequiredService<SendTestCallback>(), s.GetRequiredService<CallbackPost>(), time),
            s.GetRequiredService<Writes>());
    });
}
