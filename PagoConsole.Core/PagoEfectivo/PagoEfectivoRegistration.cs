using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo.Announcements;
using PagoConsole.Core.PagoEfectivo.Rest;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Registers the way to PagoEfectivo.</summary>
public static class PagoEfectivoRegistration
{
    /// <summary>Adds <see cref="IPaymentGateway"/>, its settings and <see cref="GatewayHealth"/>; section <c>PagoEfectivo</c>.</summary>
    public static IServiceCollection AddPagoEfectivo(this IServiceCollection services)
    {
        services.AddSettings<PagoEfectivoOptions>(PagoEfectivoOptions.Section);
        services.AddSingleton<IPostConfigureOptions<PagoEfectivoOptions>, EmbeddedDefaults>();
        services.AddSecretsOf<PagoEfectivoOptions, GatewaySecrets>();
        services.AddSingleton<IValidateOptions<PagoEfectivoOptions>, CheckPagoEfectivoOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SelfAddress>();
        services.TryAddSingleton<GatewayPatience>();
        services.AddSingleton<GatewayHealth>();
        services.AddSingleton<GatewayAddress>();
        services.AddSingleton<GatewayResilience>();
        services.AddTransient<TransactionGuard>();
        services.AddTransient<CallRecorder>();
        services.AddTransient<RequestSigner>();
        services.AddSingleton<IPaymentGateway, RestGateway>();
        services.AddSingleton<AnnouncedChanges>();
        services.AddSingleton(s => new AnnouncementList(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
        services.AddHostedService<KeepAnnouncements>();
        return services.AddRestClient();
    }

    private static IServiceCollection AddRestClient(this IServiceCollection services)
    {
        // The time of a call belongs to the resilience handler. The loggers of HttpClient would write headers, signatures among them.
        var client = services.AddHttpClient(RestGateway.Client, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("PagoConsole/1.0");
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json, text/csv");
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would take a signed request to where its signature does not hold.
                AllowAutoRedirect = false,
                UseCookies = false,
                Proxy = LoopbackIsDirect.Machine,
                ConnectTimeout = TimeSpan.FromSeconds(2),
                PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        client.AddHttpMessageHandler<TransactionGuard>();
        client.AddResilienceHandler("rest", GatewayResilience.Configure);
        client.AddHttpMessageHandler<CallRecorder>();
        client.AddHttpMessageHandler<RequestSigner>();
        return services;
    }
}
