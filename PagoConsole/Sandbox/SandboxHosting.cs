using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PagoConsole.Sandbox.Controls;
using PagoConsole.Sandbox.Faults;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Marketplace;
using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Report;
using PagoConsole.Sandbox.Reputation;
using PagoConsole.Sandbox.Shoppers;
using PagoConsole.Sandbox.Storage;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox;

/// <summary>The other side: PagoEfectivo, the marketplace and FraudLabs Pro, simulated, reached over HTTP only.</summary>
internal static class SandboxHosting
{
    public static WebApplicationBuilder AddSandbox(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction())
            throw new InvalidOperationException("The simulator does not run in the Production environment: it pays for anybody who asks.");

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<SandboxSettings>().BindConfiguration(SandboxSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ShopperSettings>().BindConfiguration(ShopperSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ShopperSettings>>().Value);
        services.AddSingleton<SandboxCredentials>();
        services.AddSingleton(provider => new SandboxFile(PathOfFile(
            provider.GetRequiredService<IOptions<SandboxSettings>>().Value.Database, provider.GetRequiredService<IConfiguration>())));
        services.AddSingleton<SandboxHttp>().AddSingleton<ConsoleAddress>().AddSingleton<FaultBox>().AddSingleton<LongHold>().AddSingleton<EventOutbox>();
        services.AddSingleton<CreatePayment>().AddSingleton<CancelPayment>().AddSingleton<RefundPayment>();
        services.AddSingleton<PayPayment>().AddSingleton<ExpirePayments>();
        services.AddSingleton<MarketplaceCalls>().AddSingleton<ShopperSteps>();
        services.AddHostedService<WebhookSender>().AddHostedService<ExpirySweep>().AddHostedService<Housekeeping>();
        services.AddHostedService<ShopperTraffic>();
        return builder;
    }

    public static void MapSandbox(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        open.MapGateway();
        open.MapPayPage();
        open.MapReputation();
        var controls = open.MapGroup("/sandbox");
        controls.MapControls();
        controls.MapFaults();
        controls.MapReportControl();
        controls.MapCallbacks();
    }

    /// <summary>A relative file lies in the data folder, beside the console's own.</summary>
    private static string PathOfFile(string database, IConfiguration configuration)
    {
        var folder = configuration["Storage:DataFolder"] is { Length: > 0 } configured ? configured : "data";
        return Path.GetFullPath(Path.Combine(folder, database));
    }
}
