using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Report;

/// <summary>What moved on a day, and texts that stand in for a day's report.</summary>
internal static class ReportRows
{
    private const string OfDay = "FROM money m JOIN payments p ON p.id = m.payment_id WHERE m.at >= @from AND m.at < @to";

    /// <summary>How many lines there are, and the last of them, so that what moves meanwhile is left for the next pull.</summary>
    public static (long Count, long Last) Measure(SqliteConnection db, DateOnly day) => db.Query(
        $"SELECT count(*), coalesce(max(m.id), 0) {OfDay}", row => (row.GetInt64(0), row.GetInt64(1)), Bounds(day))[0];

    public static List<ReportLine> Page(SqliteConnection db, DateOnly day, long after, long last, int most) => db.Query(
        $"""
        SELECT m.id, p.id, p.order_id, p.cip, m.kind, m.currency, m.amount, m.channel, m.at, m.transaction_id, p.seller_id
        {OfDay} AND m.id > @after AND m.id <= @last ORDER BY m.id LIMIT @most
        """,
        row => new ReportLine(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4) == nameof(MoneyKind.Refund),
            row.GetString(5), row.GetInt64(6), row.TextOrNull(7), row.Instant(8), row.GetString(9), row.TextOrNull(10)),
        [.. Bounds(day), ("after", after), ("last", last), ("most", most)]);

    public static (string Csv, long Rows)? Replacement(SqliteConnection db, DateOnly day) => db.Query(
        "SELECT csv, row_count FROM reports WHERE day = @day",
        row => ((string, long)?)(row.GetString(0), row.GetInt64(1)), ("day", Key(day))).FirstOrDefault();

    public static void Replace(SqliteConnection db, DateOnly day, string csv, long rows) => db.Execute(
        """
        INSERT INTO reports (day, csv, row_count) VALUES (@day, @csv, @rows)
        ON CONFLICT (day) DO UPDATE SET csv = @csv, row_count = @rows
        """,
        ("day", Key(day)), ("csv", csv), ("rows", rows));

    public static void Restore(SqliteConnection db, DateOnly day) => db.Execute("DELETE FROM reports WHERE day = @day", ("day", Key(day)));

    private static (string, object?)[] Bounds(DateOnly day) => [("from", LimaDay.Start(day)), ("to", LimaDay.Start(day.AddDays(1)))];

    private static string Key(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
