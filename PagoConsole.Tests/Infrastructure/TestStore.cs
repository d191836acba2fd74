using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>A database of one test: a clone of its provider's template, which is migrated once a run.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static readonly Dictionary<StorageProvider, string> Templates = [];
    private static int last;

    private readonly string name;

    private TestStore(StorageProvider provider, string name, string connectionString)
    {
        (Provider, this.name, ConnectionString) = (provider, name, connectionString);
    }

    public StorageProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>The store's part of a configuration.</summary>
    public Dictionary<string, string?> Settings => SettingsOf(Provider, ConnectionString);

    public static async Task<TestStore> CloneAsync(StorageProvider provider)
    {
        var template = await TemplateAsync(provider);
        var name = NewName();
        switch (provider)
        {
            case StorageProvider.Sqlite:
                File.Copy(template, SqlitePath(name));
                return new TestStore(provider, name, $"Data Source={SqlitePath(name)}");
            case StorageProvider.Postgres:
                await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
                return new TestStore(provider, name, await PostgresServer.ConnectionStringAsync(name));
            default:
                throw new ArgumentOutOfRangeException(nameof(provider));
        }
    }

    /// <summary>A database without a single table, for those who test the migrations.</summary>
    public static async Task<TestStore> EmptyAsync(StorageProvider provider)
    {
        var name = NewName();
        if (provider == StorageProvider.Sqlite) return new TestStore(provider, name, $"Data Source={SqlitePath(name)}");
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        return new TestStore(provider, name, await PostgresServer.ConnectionStringAsync(name));
    }

    /// <summary>At the end of the run.</summary>
    public static async Task RemoveTemplatesAsync()
    {
        foreach (var (provider, template) in Templates)
        {
            if (provider == StorageProvider.Postgres) await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {template} WITH (FORCE)");
            else RemoveFiles(template);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == StorageProvider.Postgres)
        {
            await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
            await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }

        using (var connection = new SqliteConnection(ConnectionString)) SqliteConnection.ClearPool(connection);
        RemoveFiles(SqlitePath(name));
    }

    private static void RemoveFiles(string path)
    {
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*")) File.Delete(file);
    }

    private static async Task<string> TemplateAsync(StorageProvider provider)
    {
        await Turn.WaitAsync();
        try
        {
            if (Templates.TryGetValue(provider, out var known)) return known;
            var empty = await EmptyAsync(provider);
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(empty.Settings).Build();
            await using (var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddStorage().BuildServiceProvider())
                await services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
            NpgsqlConnection.ClearAllPools(); // a template must have no connection
            SqliteConnection.ClearAllPools(); // the last close moves the log into the file
            return Templates[provider] = provider == StorageProvider.Sqlite ? SqlitePath(empty.name) : empty.name;
        }
        finally
        {
            Turn.Release();
        }
    }

    private static Dictionary<string, string?> SettingsOf(StorageProvider provider, string connectionString) => new()
    {
        ["Storage:Provider"] = provider.ToString(),
        ["Storage:ConnectionString"] = connectionString,
    };

    private static string NewName() => $"pago_test_{Environment.ProcessId}_{Interlocked.Increment(ref last)}";

    private static string SqlitePath(string name) => Path.Combine(Path.GetTempPath(), name + ".db");
}
