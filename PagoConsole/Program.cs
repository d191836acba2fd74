using PagoConsole.BuyerPage;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Alarms.Delivery;
using PagoConsole.Core.Connection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Retention;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Overview;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Hosting;
using PagoConsole.Hosting.Clock;
using PagoConsole.Hosting.Commands;
using PagoConsole.Hosting.Health;
using PagoConsole.Hosting.Jobs;
using PagoConsole.Hosting.LiveFeed;
using PagoConsole.Hosting.MarketplaceApi;
using PagoConsole.Hosting.Network;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;

namespace PagoConsole;

internal sealed class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);
}

/// <summary>The console, as a table of contents.</summary>
internal static class ConsoleApp
{
    /// <summary>
    /// Puts it together without starting it. Settings come through <paramref name="args"/> (<c>--Storage:Provider=Postgres</c>);
    /// <paramref name="change"/> runs last, so that a test can replace a service.
    /// </summary>
    /// <exception cref="SettingsException">A setting is wrong or missing.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = ConsoleBuilder.Create(args)
            .AddClock()
            .AddLogs()
            .AddStart()
            .AddNetwork()
            .AddHealth()
            .AddTraces()
            .AddMetrics()
            .AddConsolePages()
            .AddBuyerPage()
            .AddMarketplaceApi()
            .AddLiveFeed()
            .AddJobs()
            .AddEmbeddedSandbox();
        builder.Services
            .AddStorage()
            .AddJournal()
            .AddOutbox()
            .AddAlarms()
            .AddAlarmDelivery()
            .AddSchedule()
            .AddPeople()
            .AddSecrets()
            .AddOrders()
            .AddRisk()
            .AddScheduledPublishing()
            .AddRuleFigures()
            .AddDeviceReputation()
            .AddReview()
            .AddPagoEfectivo()
            .AddPayments()
            .AddIntake()
            .AddPlacingOrders()
            .AddWebhooks()
            .AddMarketplace()
            .AddReconciliation()
            .AddConnectionCheck()
            .AddEvidence()
            .AddSeals()
            .AddRetention()
            .AddOverview();
        change?.Invoke(builder);

        var app = builder.Build();
        app.Services.CheckSettings();
        app.UsePagePolicies();
        app.UseNetwork();
        app.UseRequestLogs();
        app.UseFailures();
        app.UseWebhookDoor();
        app.MapHealth();
        app.MapMetrics();
        app.MapWebhookDoor();
        app.MapMarketplaceApi();
        app.MapLiveFeed();
        app.MapJobs();
        app.MapBuyerPage();
        app.MapConsolePages();
        app.MapEmbeddedSandbox();
        return app;
    }
}
