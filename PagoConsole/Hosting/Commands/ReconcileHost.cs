using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Hosting.Start;
using PagoConsole.Hosting.Telemetry;
using PagoConsole.Reconciliation.Workbooks;

namespace PagoConsole.Hosting.Commands;

/// <summary>The part of the program that matches a day: no pump and no job of the console runs in it.</summary>
internal static class ReconcileHost
{
    private const string AnyPort = "http://127.0.0.1:0";

    public static WebApplication Build(string[] settings)
    {
        var builder = ConsoleBuilder.Create(settings).AddLogs(toStandardError: true).AddEmbeddedSandbox();
        var usual = FindOwnAddress.Best((builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? ConsoleBuilder.DefaultAddress).Split(';'))?.ToString();
        builder.WebHost.UseUrls(AnyPort);
        builder.Services
            .AddStorage()
            .AddJournal()
            .AddOutbox()
            .AddAlarms()
            .AddOrders()
            .AddRisk()
            .AddReview()
            .AddPagoEfectivo()
            .AddPayments()
            .AddReconciliation()
            .AddWorkbookWords()
            .Configure<PublicAddressOptions>(options => options.PublicUrl ??= usual);
        foreach (var ours in builder.Services.Where(IsOurs).ToList()) builder.Services.Remove(ours);
        builder.Services.AddHostedService<FindOwnAddress>();
        var app = builder.Build();
        app.MapEmbeddedSandbox();
        return app;
    }

    private static bool IsOurs(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType is not { } type || type.Assembly == typeof(ReconcileHost).Assembly || type.Assembly == typeof(Money).Assembly);
}
