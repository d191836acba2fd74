using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Registers the ways in which alarms leave the console.</summary>
public static class AlarmDeliveryRegistration
{
    /// <summary>Adds e-mail and webhook, a job each; sections <c>Alarms:Mail</c> and <c>Alarms:Webhook</c>. The host gives the letters.</summary>
    public static IServiceCollection AddAlarmDelivery(this IServiceCollection services)
    {
        services.AddSettings<AlarmMailOptions>(AlarmMailOptions.Section);
        services.AddSettings<AlarmWebhookOptions>(AlarmWebhookOptions.Section);
        services.AddHttpClient(WebhookChannel.Client, http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // the channel keeps the time itself
                http.DefaultRequestHeaders.UserAgent.ParseAdd("PagoConsole/1.0");
            })
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                Proxy = LoopbackIsDirect.Machine,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services
            .AddSingleton<IScheduledJob>(s => Tell(s, new MailChannel(s.GetRequiredService<IOptionsMonitor<AlarmMailOptions>>(), s.GetRequiredService<IAlarmLetters>())))
            .AddSingleton<IScheduledJob>(s => Tell(s, new WebhookChannel(
                s.GetRequiredService<IHttpClientFactory>(), s.GetRequiredService<IOptionsMonitor<AlarmWebhookOptions>>())));
    }

    private static TellAlarms Tell(IServiceProvider services, IAlarmChannel channel) => new(
        channel,
        new AlarmsToTell(services.GetRequiredService<IDbContextFactory<PagoDb>>(), services.GetRequiredService<Writes>(), services.GetRequiredService<TimeProvider>()),
        services.GetRequiredService<TimeProvider>());
}
