using Microsoft.Data.Sqlite;
using PagoConsole.Core.Orders;

namespace PagoConsole.Benchmarks.Following;

/// <summary>Orders of the last half year until now, each with its four entries in the journal: placed, code made, delivery processed, paid or expired.</summary>
internal static class TradeOfMonths
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(180);

    private static readonly string[] OrderColumns =
    [
        "order_id", "status", "amount_minor", "currency", "placed_at", "received_at", "updated_at", "account_id", "account_created_at", "content_hash",
        "pay_token", "decision", "voucher_minutes", "polls", "callback_sequence", "version", "first_paid_at", "first_expired_at", "aml", "imported",
    ];

    public static void Fill(string file, int orders, DateTimeOffset end)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        SqliteRows.Run(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -500000; PRAGMA foreign_keys = OFF");
        var random = new Random(7);
        for (var done = 0; done < orders;)
        {
            using var transaction = connection.BeginTransaction();
            using var order = SqliteRows.Insert(connection, "orders", OrderColumns);
            using var entry = SqliteRows.Insert(connection, "journal", ["at", "stream", "position", "kind", "order_id", "actor", "data", "prev_hash", "hash"]);
            for (var until = Math.Min(orders, done + 50_000); done < until; done++)
                Add(order, entry, done, (end - Length + (Length * ((double)done / orders))).ToUnixTimeMilliseconds(), random);
            transaction.Commit();
        }

        SqliteRows.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize");
    }

    private static void Add(SqliteCommand order, SqliteCommand entry, int number, long placed, Random random)
    {
        var (id, paid) = ($"H-{number:D8}", random.Next(100) < 70);
        var ended = placed + random.Next(60_000, 3_600_000);
        SqliteRows.Set(
            order, id, paid ? "Paid" : "Expired", random.Next(2_000, 500_000), random.Next(20) == 0 ? "USD" : "PEN", placed, placed, ended, $"u-{number % 90_000}", placed,
            new byte[32], $"t-{id}", "null", 1440, 0, 0, 1, paid ? ended : DBNull.Value, paid ? DBNull.Value : ended, 0, 0);
        (string Kind, long At)[] entries = [(OrderEvents.Placed, placed), (OrderEvents.PaymentCreated, placed), ("webhook.applied", ended), (paid ? OrderEvents.Paid : OrderEvents.Expired, ended)];
        for (var i = 0; i < entries.Length; i++)
            SqliteRows.Set(entry, entries[i].At, Order.StreamOf(id), i + 1, entries[i].Kind, id, "job:bench", "{}", new byte[32], new byte[32]);
    }
}
