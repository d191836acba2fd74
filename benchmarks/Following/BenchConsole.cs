using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Overview;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Schedule;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Benchmarks.Following;

/// <summary>The console's own services over a SQLite file of a temporary folder, without a host: what runs is started by whoever measures.</summary>
internal sealed class BenchConsole : IAsyncDisposable
{
    /// <summary>Signs deliveries to the door.</summary>
    public const string Secret = "bench-webhook-secret";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pago-bench-");
    private readonly ServiceProvider services;

    private BenchConsole()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = $"Data Source={File}",
        }).Build();
        var registered = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddStorage();
        registered.AddSingleton<SelfAddress>();
        registered.AddJournal().AddAlarms().AddOrders().AddOutbox().AddRisk().AddReview().AddPayments().AddPlacingOrders().AddIntake().AddWebhooks();
        registered.AddCallbackDesk().AddJobRunner().AddSingleton<IJobTrigger, NobodyWoken>().AddSchedule().AddOverview();
        registered.AddSingleton<GatewayHealth>().AddSingleton<IPaymentGateway, PendingPago>();
        registered.Configure<PagoEfectivoOptions>(o => (o.WebhookSecrets, o.AllowedNetworks, o.SecretKey, o.ClientId) = ([Secret], ["127.0.0.0/8"], "s", "c"));
        services = registered.BuildServiceProvider();
    }

    /// <summary>The database.</summary>
    public string File => Path.Combine(folder.FullName, "pago.db");

    public static async Task<BenchConsole> StartAsync()
    {
        var console = new BenchConsole();
        await console.Get<Migrator>().MigrateAsync(CancellationToken.None);
        return console;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<PagoDb> OpenAsync() => Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private sealed class NobodyWoken : IJobTrigger
    {
        public void Wake(string key)
        {
        }
    }
}
