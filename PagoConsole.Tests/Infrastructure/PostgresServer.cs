using Npgsql;
using PagoConsole.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace PagoConsole.Tests.Infrastructure;

/// <summary>
/// The PostgreSQL of this run: the one that <c>test.sh</c> started (<c>PAGO_TEST_POSTGRES</c>), else one of our own, started by the
/// first test that needs it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static PrivatePostgres? own;

    /// <summary>How to reach its maintenance database.</summary>
    internal static async Task<string> ConnectionStringAsync()
    {
        if (Environment.GetEnvironmentVariable("PAGO_TEST_POSTGRES") is { Length: > 0 } given) return given;
        await Turn.WaitAsync();
        try
        {
            own ??= await PrivatePostgres.StartAsync();
            return own.ConnectionString;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>A connection string for one database of the server, with a pool that suits tests.</summary>
    internal static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await ConnectionStringAsync())
        {
            Database = database,
            MaxPoolSize = 30,
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 2,
        }.ToString();

    internal static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await ConnectionStringAsync()) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await TestStore.RemoveTemplatesAsync();
        ConsoleTemplate.Remove();
        if (own is null) return;
        NpgsqlConnection.ClearAllPools();
        await own.StopAsync();
        own = null;
    }
}
