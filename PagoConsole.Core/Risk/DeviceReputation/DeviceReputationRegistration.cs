using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Registers the way to whoever knows devices from other shops.</summary>
public static class DeviceReputationRegistration
{
    /// <summary>FraudLabs Pro's answers are a few kilobytes.</summary>
    private const int LargestAnswer = 64 * 1024;

    /// <summary>Adds <see cref="IDeviceReputation"/>; section <c>Risk:DeviceReputation</c>.</summary>
    public static IServiceCollection AddDeviceReputation(this IServiceCollection services)
    {
        services.AddSettings<DeviceReputationOptions>(DeviceReputationOptions.Section);
        services.AddSingleton<EmbeddedReputation>();
        services.AddSingleton<IPostConfigureOptions<DeviceReputationOptions>>(s => s.GetRequiredService<EmbeddedReputation>());
        services.AddSingleton<IValidateOptions<DeviceReputationOptions>, CheckDeviceReputationOptions>();
        services.TryAddSingleton<SelfAddress>();

        // The loggers of HttpClient would write addresses and headers.
        services.AddHttpClient(FraudLabsProReputation.Client, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // the adapter keeps the time
                http.MaxResponseContentBufferSize = LargestAnswer;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("PagoConsole/1.0");
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // The key is in the body: a redirect would hand it to somebody else.
                AllowAutoRedirect = false,
                UseCookies = false,
                Proxy = LoopbackIsDirect.Machine,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services.AddSingleton<IDeviceReputation, FraudLabsProReputation>();
    }
}
