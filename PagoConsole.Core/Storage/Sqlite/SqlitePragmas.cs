using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PagoConsole.Core.Storage.Sqlite;

/// <summary>
/// Sets, on every connection that is opened, what makes a commit durable and foreign keys hold; they are properties of a connection,
/// not of the file (all but the journal mode).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>
    /// Seconds that a writer of another process (a command-line verb) may keep us waiting, in all: whoever waits for an answer gets it
    /// within the time for one. The driver waits so long as well, so it is told the same.
    /// </summary>
    public const int BusySeconds = 3;

    /// <summary>
    /// So much of the file is read where the operating system keeps it anyway, instead of being copied page by page: look-ups in a large
    /// store cost what they cost in a small one. The most that SQLite maps.
    /// </summary>
    private const long MappedBytes = 0x7fff_0000;

    private static readonly string Pragmas =
        $"PRAGMA busy_timeout={BusySeconds * 1000}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size={MappedBytes};";

    public static SqlitePragmas Instance { get; } = new();

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }
}
