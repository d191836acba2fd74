using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Registers the marketplace: its keys, and the delivery of callbacks to it.</summary>
public static class MarketplaceRegistration
{
    /// <summary>Adds them; section <c>Marketplace</c>. Call <see cref="EnsureConfiguredKey"/> once the database is up to date.</summary>
    public static IServiceCollection AddMarketplace(this IServiceCollection services)
    {
        services.AddSettings<MarketplaceOptions>(MarketplaceOptions.Section);
        services.AddSingleton<IValidateOptions<MarketplaceOptions>, CheckMarketplaceOptions>();
        services.AddSecretsOf<MarketplaceOptions, SecretsOfCallbacks>();
        services.TryAddSingleton<SelfAddress>();
        return services.AddKeys().AddCallbacks();
    }

    private static IServiceCollection AddKeys(this IServiceCollection services) => services
        .AddSingleton<IssueApiKey>()
        .AddSingleton<RotateApiKey>()
        .AddSingleton<RevokeApiKey>()
        .AddSingleton<EnsureConfiguredKey>()
        .AddSingleton<ApiKeyList>()
        .AddSingleton<OrderTimeline>()
        .AddSingleton(s => new ApiKeyDirectory(
            s.GetRequiredService<IDbContextFactory<PagoDb>>(), s.GetRequiredService<TimeProvider>(), TimeProvider.System))
        .AddHostedService<RecordKeyUse>();

    private static IServiceCollection AddCallbacks(this IServiceCollection services) => services
        .AddCallbackDesk()
        .AddSingleton<CallbackSender>()
        .AddSingleton<CallbackClaims>()
        .AddSingleton<RecordCallback>()
        .AddSingleton<CallbackUpkeep>()
        .AddSingleton<TellOfCircuit>()
        .AddHostedService<CallbackPump>();

    /// <summary>What people see of callbacks and what they may do about them; without the pump that delivers.</summary>
    internal static IServiceCollection AddCallbackDesk(this IServiceCollection services)
    {
        services.TryAddSingleton<CallbackPatience>();
        services.TryAddSingleton<SecretShelf>();
        services.TryAddSingleton<SelfAddress>();
        services.AddHttpClient(CallbackSender.Client, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // the sender keeps the time of each try
                http.DefaultRequestHeaders.UserAgent.ParseAdd(CallbackAnswer.UserAgent);
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A message goes to the configured address and nowhere else.
                AllowAutoRedirect = false,
                UseCookies = false,
                Proxy = LoopbackIsDirect.Machine,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services
            .AddSingleton(s => new CallbackCircuit(s.GetRequiredService<CallbackPatience>()))
            .AddSingleton<CallbackPost>()
            .AddSingleton<CallbackList>()
            .AddSingleton<SendCallbackAgain>()
            .AddSingleton<SendManyAgain>()
            .AddSingleton(s => new SendTestCallback(
                s.GetRequiredService<CallbackPost>(), s.GetRequiredService<CallbackCircuit>(), s.GetRequiredService<Writes>(), s.GetRequiredService<TimeProvider>()));
    }
}
