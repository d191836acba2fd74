using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>What happened by hour: what is counted already and, in the same look, what came since.</summary>
internal static class HourlyFigures
{
    /// <summary>Rows not counted yet that one look adds by itself; the pump is a second behind at most, but for a catch-up.</summary>
    public const int MostUncounted = 2000;

    private const string Cursor = "(SELECT COALESCE(MAX(position), 0) FROM counting_cursors WHERE name = 'journal')";

    private static readonly string Uncounted =
        $"""
        SELECT j.kind, {CountedSource.FloorOf("j.at", 3_600_000)} AS hour, COALESCE(o.currency, '') AS currency, 1 AS count, COALESCE(o.amount_minor, 0) AS minor
        FROM (SELECT kind, at, order_id FROM journal WHERE seq > {Cursor} ORDER BY seq LIMIT {MostUncounted}) j
        LEFT JOIN orders o ON o.order_id = j.order_id
        """;

    /// <summary>Reads the wanted kinds within the wanted days. One statement, so that no row is seen twice or not at all.</summary>
    public static async Task<List<HourlyCount>> ReadAsync(PagoDb db, IReadOnlyList<string> kinds, IReadOnlyList<DateTimeOffset> hours, CancellationToken ct)
    {
        var (these, within) = (Sql.Marks(0, kinds.Count), Sql.Marks(kinds.Count, hours.Count));
        await using var command = await db.CommandAsync(
            $"""
            SELECT kind, hour, currency, CAST(SUM(count) AS bigint), CAST(SUM(minor) AS bigint) FROM (
              SELECT kind, hour, currency, count, minor FROM hourly_counts WHERE kind IN ({these}) AND hour IN ({within})
              UNION ALL
              SELECT * FROM ({Uncounted}) AS fresh WHERE kind IN ({these}) AND hour IN ({within})) AS counts
            GROUP BY 1, 2, 3
            """,
            [.. kinds, .. hours.Select(hour => (object?)hour.ToUnixTimeMilliseconds())],
            ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var counts = new List<HourlyCount>();
        while (await rows.ReadAsync(ct))
        {
            counts.Add(new HourlyCount
            {
                Kind = rows.GetString(0),
                Hour = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)),
                Currency = rows.GetString(2),
                Count = rows.GetInt64(3),
                Minor = rows.GetInt64(4),
            });
        }

        return counts;
    }

    /// <summary>Whether more waits to be counted than a look adds by itself: figures are then too low.</summary>
    public static async Task<bool> IsBehindAsync(PagoDb db, CancellationToken ct) =>
        await db.ScalarAsync($"SELECT seq FROM journal WHERE seq > {Cursor} ORDER BY seq LIMIT 1 OFFSET {MostUncounted}", [], ct) is not null;
}
