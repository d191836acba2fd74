using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Storage.Sqlite;

namespace PagoConsole.Benchmarks.Assessing;

/// <summary>A SQLite store with so many orders over the last half year, made with the console's own migrations.</summary>
internal static class History
{
    /// <summary>The instant at which the measured orders are placed.</summary>
    public static readonly DateTimeOffset End = new(2026, 11, 22, 15, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Length = TimeSpan.FromDays(180);

    public static PagoDb Open(DbContextOptions options) => new SqlitePagoDb((DbContextOptions<SqlitePagoDb>)options);

    public static async Task<DbContextOptions> MakeAsync(string file, int orders)
    {
        var started = Stopwatch.GetTimestamp();
        var options = new DbContextOptionsBuilder<SqlitePagoDb>().UseSqlite($"Data Source={file}").Options;
        await using var db = Open(options);
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        SqliteRows.Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA foreign_keys = OFF");
        Fill(connection, orders);
        SqliteRows.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA synchronous = FULL; PRAGMA optimize");
        await Console.Error.WriteLineAsync($"made {orders:N0} orders in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        return options;
    }

    private static void Fill(SqliteConnection connection, int orders)
    {
        var random = new Random(7);
        for (var done = 0; done < orders;)
        {
            using var transaction = connection.BeginTransaction();
            using var order = SqliteRows.Insert(connection, "orders", OrderColumns);
            using var identifier = SqliteRows.Insert(connection, "order_identifiers", ["kind", "value_hash", "placed_at", "order_id", "account_id"]);
            for (var end = Math.Min(orders, done + 50_000); done < end; done++)
            {
                var content = Buyers.Order(random, orders, $"H-{done}");
                var placed = (End - Length + (Length * ((double)done / orders))).ToUnixTimeMilliseconds();
                SqliteRows.Set(order, OrderValues(content, placed));
                foreach (var (kind, value) in Identifiers.Of(content))
                    SqliteRows.Set(identifier, [kind.ToString(), OrderIdentifier.HashOf(kind, value), placed, content.OrderId, content.Account.Id]);
            }

            transaction.Commit();
        }
    }

    private static readonly string[] OrderColumns =
    [
        "order_id", "status", "amount_minor", "currency", "placed_at", "received_at", "updated_at", "account_id", "account_created_at", "content_hash",
        "pay_token", "decision", "voucher_minutes", "polls", "callback_sequence", "version", "first_paid_at", "aml", "imported",
    ];

    private static object[] OrderValues(OrderContent content, long placed) =>
    [
        content.OrderId, "Paid", content.Amount.Minor, "PEN", placed, placed, placed, content.Account.Id, content.Account.CreatedAt.ToUnixTimeMilliseconds(),
        new byte[32], $"t-{content.OrderId}", "null", 1440, 0, 0, 1, placed, 0, 1,
    ];
}
