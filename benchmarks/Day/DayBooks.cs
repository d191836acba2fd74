using Microsoft.Data.Sqlite;

namespace PagoConsole.Benchmarks.Day;

/// <summary>The books of both sides, read beside the programs that write them: ours as <c>main</c>, the other side's as <c>truth</c>.</summary>
internal sealed class DayBooks : IDisposable
{
    public const string Console = "pago.db";
    public const string Sandbox = "sandbox.db";

    private readonly SqliteConnection db;

    public DayBooks(string folder)
    {
        db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, Console), Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        db.Open();
        using var attach = db.CreateCommand();
        attach.CommandText = "ATTACH @file AS truth";
        attach.Parameters.AddWithValue("@file", Path.Combine(folder, Sandbox));
        attach.ExecuteNonQuery();
    }

    /// <summary>What waits on either side, by name.</summary>
    public static Dictionary<string, long> LeftToDo(string folder)
    {
        using var books = new DayBooks(folder);
        return new Dictionary<string, long>
        {
            ["open orders"] = books.Count("SELECT count(*) FROM main.orders WHERE status IN ('AwaitingPayment', 'InReview')"),
            ["gateway commands"] = books.Count("SELECT count(*) FROM main.gateway_commands WHERE state = 'Waiting'"),
            ["receipts"] = books.Count("SELECT count(*) FROM main.receipts WHERE state = 'Waiting'"),
            ["callbacks"] = books.Count("SELECT count(*) FROM main.outbox WHERE state = 'Waiting'"),
            ["looks"] = books.Count("SELECT count(*) FROM main.orders WHERE next_poll_at IS NOT NULL"),
            ["webhooks"] = books.Count("SELECT count(*) FROM truth.deliveries WHERE state = 'Waiting'"),
        };
    }

    public long Count(string sql) => Rows(sql, row => row.GetInt64(0)).Single();

    public IEnumerable<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return read(rows);
    }

    public void Dispose() => db.Dispose();
}
