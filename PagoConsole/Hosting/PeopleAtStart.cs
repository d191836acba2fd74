using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Shared;

namespace PagoConsole.Hosting;

/// <summary>
/// Who is there when the console starts: demo users outside Production; in Production none of them, and a way in for the first admin.
/// Runs before the server listens, after the migrations.
/// </summary>
internal sealed partial class PeopleAtStart(
    IServiceScopeFactory scopes, IHostEnvironment host, SelfAddress self, PublicAddress address, ILogger<PeopleAtStart> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!host.IsProduction())
        {
            await scope.ServiceProvider.GetRequiredService<SeedDemoPeople>().RunAsync(cancellationToken);
            return;
        }

        if (await scope.ServiceProvider.GetRequiredService<PeopleDirectory>().HasDemoPeopleAsync(cancellationToken))
        {
            throw new SettingsException(
            [
                $"Demo:Users: this database has users of {DemoPeopleOptions.Domain}, whose password is known to everybody; "
                + "use a database of its own in Production, or disable them first",
            ]);
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>The link names our address, which is known only once the server listens.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await self.WhenKnownAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetupFirstAdmin>().MakeLinkAsync(stoppingToken) is { } token)
            Log.NobodyYet(log, new Uri(address.Root, ConsoleUrls.Setup(token).TrimStart('/')), (int)SetupFirstAdmin.Lifetime.TotalHours);
    }

    private static partial class Log
    {
        [LoggerMessage(9101, LogLevel.Warning, "Nobody can sign in yet. Make the first admin here, within {Hours} hours and once: {Link}")]
        public static partial void NobodyYet(ILogger logger, Uri link, int hours);
    }
}
