using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Benchmarks.Assessing;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Previewing;

/// <summary>The orders of half a year with their contents, every twentieth of them labelled, every fourth of those fraud.</summary>
internal static class PastOrders
{
    public static async Task<DbContextOptions> MakeAsync(string file, int orders)
    {
        var options = await History.MakeAsync(file, orders);
        await using var db = History.Open(options);
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        SqliteRows.Run(connection, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF");
        var random = new Random(7); // as the orders were made
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = SqliteRows.Insert(connection, "order_contents", ["order_id", "json"]);
            for (var i = 0; i < orders; i++) SqliteRows.Set(insert, [$"H-{i}", Buyers.Order(random, orders, $"H-{i}").ToJson()]);
            transaction.Commit();
        }

        SqliteRows.Run(connection, "UPDATE orders SET fraud = (rowid % 80 = 0), fraud_at = placed_at + 86400000 WHERE rowid % 20 = 0");
        SqliteRows.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL; PRAGMA optimize");
        return options;
    }

    /// <summary>Contexts of the store, as the console has them.</summary>
    internal sealed class Contexts(DbContextOptions options) : IDbContextFactory<PagoDb>
    {
        public PagoDb CreateDbContext() => History.Open(options);
    }
}
