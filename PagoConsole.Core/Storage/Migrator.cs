using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PagoConsole.Core.Storage;

/// <summary>
/// Brings the database up to date at start. Two processes that start at once take turns under a lock of our own (a file lock or an
/// advisory lock, both gone with a dead process); EF's own lock row would outlive a killed process and stop every later start.
/// </summary>
public sealed partial class Migrator
{
    private const long PostgresLock = 0x5061676F4D696772; // "PagoMigr"

    private readonly PagoDbFactory contexts;
    private readonly ILogger<Migrator> log;

    internal Migrator(PagoDbFactory contexts, ILogger<Migrator> log)
    {
        this.contexts = contexts;
        this.log = log;
    }

    /// <summary>Applies what is pending; does nothing when nothing is.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var turn = await EnterAsync(ct);
        await using var db = contexts.CreateUnpooled();
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count == 0) return;
        await RemoveStaleLockAsync(db, ct);
        Log.Migrating(log, pending.Count, contexts.Provider);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>Whether there is a store to ask, without making one.</summary>
    public bool MayBeThere => contexts.Provider == StorageProvider.Postgres || File.Exists(new SqliteConnectionStringBuilder(contexts.ConnectionString).DataSource);

    /// <summary>Whether the store answers and has every migration: part of being ready.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken ct)
    {
        await using var db = contexts.CreateDbContext();
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    private static async Task RemoveStaleLockAsync(PagoDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite()) return;
        await db.Database.OpenConnectionAsync(ct);
        await using var exists = db.Database.GetDbConnection().CreateCommand();
        exists.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if ((long)(await exists.ExecuteScalarAsync(ct))! == 0) return;
        exists.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        await exists.ExecuteNonQueryAsync(ct);
    }

    private async Task<IAsyncDisposable> EnterAsync(CancellationToken ct) => contexts.Provider switch
    {
        StorageProvider.Sqlite => await LockFileAsync(new SqliteConnectionStringBuilder(contexts.ConnectionString).DataSource + ".migrating", ct),
        StorageProvider.Postgres => await LockPostgresAsync(ct),
    };

    private static async Task<IAsyncDisposable> LockFileAsync(string path, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), ct); // another process migrates; its lock goes with it
            }
        }
    }

    private async Task<IAsyncDisposable> LockPostgresAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(contexts.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter { Value = PostgresLock });
        await command.ExecuteNonQueryAsync(ct);
        return connection; // a pooled connection is reset when it is closed, which frees the lock
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Applying {Count} migrations to {Provider}")]
        public static partial void Migrating(ILogger logger, int count, StorageProvider provider);
    }
}
