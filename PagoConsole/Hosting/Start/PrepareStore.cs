using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.Start;

/// <summary>Brings the database up to date, the configured API key included, before anything else of the program starts.</summary>
internal sealed class PrepareStore(Migrator migrator, EnsureConfiguredKey configuredKey, KeepSecrets secrets) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await migrator.MigrateAsync(cancellationToken);
            await configuredKey.RunAsync(cancellationToken);
            await secrets.FillAsync(cancellationToken);
        }
        catch (DbException unreachable)
        {
            throw new SettingsException([$"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}: the store does not answer: {unreachable.Message}"]);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
