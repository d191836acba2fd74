using Hangfire.PostgreSql;
using Microsoft.Extensions.Options;
using Npgsql;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.Jobs;

/// <summary>
/// Makes Hangfire's tables in PostgreSQL, after our own migrations and one node at a time: its own installer fails when two start at once.
/// </summary>
internal sealed class PrepareHangfire(IOptions<HangfireOptions> options, IOptions<StorageOptions> store) : IHostedLifecycleService
{
    private const long Lock = 0x48616E6766697265; // "Hangfire"

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!HangfireOptions.InPostgres(options.Value, store.Value)) return;
        await using var connection = new NpgsqlConnection(store.Value.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var turn = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0, Parameters = { new() { Value = Lock } } };
        await turn.ExecuteNonQueryAsync(cancellationToken);
        PostgreSqlObjectsInstaller.Install(connection); // closing the connection gives the lock back
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
