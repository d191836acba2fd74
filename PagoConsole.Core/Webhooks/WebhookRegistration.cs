using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks.Replay;

namespace PagoConsole.Core.Webhooks;

/// <summary>Registers the webhook door.</summary>
public static class WebhookRegistration
{
    /// <summary>Adds the door, what stores and what processes deliveries, and the feed of them; section <c>Webhooks</c>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSettings<WebhookOptions>(WebhookOptions.Section);
        services.TryAddSingleton<SecretShelf>();
        services.AddSingleton<AllowedNetworks>();
        services.AddSingleton<RefusedFlood>();
        services.AddSingleton<DoorRefusals>();
        services.AddSingleton<ReceiptWriter>();
        services.AddSingleton(s => new ReceiptEffects(s.GetRequiredService<PaymentLedger>()));
        services.AddSingleton(s => new WebhookDoor(
            s.GetRequiredService<AllowedNetworks>(),
            s.GetRequiredService<RefusedFlood>(),
            s.GetRequiredService<DoorRefusals>(),
            s.GetRequiredService<ReceiptWriter>(),
            s.GetRequiredService<IOptionsMonitor<PagoEfectivoOptions>>(),
            s.GetRequiredService<SecretShelf>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new EventFeed(s.GetRequiredService<IDbContextFactory<PagoDb>>()));
        services.AddHostedService(s => s.GetRequiredService<ReceiptWriter>());
        services.AddHostedService(s => s.GetRequiredService<DoorRefusals>());
        services.AddHostedService<ProcessReceipts>();
        return services.AddReplay();
    }

    private static IServiceCollection AddReplay(this IServiceCollection services) => services
        .AddSingleton(s => new ReplayReceipt(
            s.GetRequiredService<Writes>(), s.GetRequiredService<ReceiptEffects>(), s.GetRequiredService<ILogger<ReplayReceipt>>()))
        .AddSingleton(s => new ReplayList(s.GetRequiredService<IDbContextFactory<PagoDb>>()))
        .AddSingleton<ReplayMany>();
}
