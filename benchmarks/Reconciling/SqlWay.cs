using Microsoft.Data.Sqlite;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Benchmarks.Reconciling;

/// <summary>
/// The way of a good data engineer: the CSV is put into an indexed table with one prepared statement in one transaction, then one full outer
/// join writes the differences. Durable as the console is (WAL, FULL).
/// </summary>
internal static class SqlWay
{
    private const string Join =
        """
        CREATE TABLE sql_differences (kind TEXT, payment_id TEXT, order_id TEXT, here INTEGER, there INTEGER);
        CREATE TEMP TABLE day AS
        SELECT p.payment_id, p.order_id, o.amount_minor, o.currency FROM payments p JOIN orders o ON o.order_id = p.order_id
        WHERE p.paid_at >= @from AND p.paid_at < @to AND o.status NOT IN ('Rejected', 'Expired', 'Cancelled');
        CREATE UNIQUE INDEX temp.day_payment ON day (payment_id);
        INSERT INTO sql_differences
        SELECT CASE WHEN r.payment_id IS NULL THEN 'missing_in_report' WHEN d.payment_id IS NULL THEN 'missing_locally' ELSE 'amount_mismatch' END,
               coalesce(d.payment_id, r.payment_id), coalesce(d.order_id, r.order_id), d.amount_minor, r.amount
        FROM day d FULL OUTER JOIN rows r ON r.payment_id = d.payment_id
        WHERE r.payment_id IS NULL OR d.payment_id IS NULL OR r.amount <> d.amount_minor OR r.currency <> d.currency;
        INSERT INTO sql_differences
        SELECT 'duplicate_line', payment_id, order_id, NULL, amount FROM rows r
        WHERE EXISTS (SELECT 1 FROM rows earlier WHERE earlier.payment_id = r.payment_id AND earlier.rowid < r.rowid AND earlier.line = r.line);
        """;

    public static Task<int> RunAsync(string folder)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(folder, BigDay.Store)}");
        db.Open();
        Execute(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; CREATE TABLE rows (payment_id TEXT, order_id TEXT, amount INTEGER, currency TEXT, net INTEGER, line TEXT)");
        Import(db, Path.Combine(folder, BigDay.Csv));
        using var join = db.CreateCommand();
        join.CommandText = Join;
        join.Parameters.AddWithValue("@from", Lima.StartOf(BigDay.Day).ToUnixTimeMilliseconds());
        join.Parameters.AddWithValue("@to", Lima.StartOf(BigDay.Day.AddDays(1)).ToUnixTimeMilliseconds());
        join.ExecuteNonQuery();
        using var count = db.CreateCommand();
        count.CommandText = "SELECT count(*) FROM sql_differences";
        return Task.FromResult(Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Import(SqliteConnection db, string file)
    {
        using var transaction = db.BeginTransaction();
        using var insert = db.CreateCommand();
        insert.CommandText = "INSERT INTO rows VALUES (@a, @b, @c, @d, @e, @f)";
        foreach (var name in (string[])["@a", "@b", "@c", "@d", "@e", "@f"]) insert.Parameters.Add(new SqliteParameter(name, null));
        insert.Prepare();
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            var fields = line.Split(',');
            object[] values = [fields[0], fields[1], Minor(fields[5]), fields[4], Minor(fields[8]), line];
            for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
            insert.ExecuteNonQuery();
        }

        Execute(db, "CREATE INDEX rows_payment ON rows (payment_id)");
        transaction.Commit();
    }

    private static long Minor(string amount) => (long)(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) * 100);

    private static void Execute(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
