using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>A table that only grows, and what is counted of it.</summary>
/// <param name="Name">Its cursor.</param>
/// <param name="Table">The table.</param>
/// <param name="Key">Its growing key.</param>
/// <param name="Into">The tables of its counts.</param>
/// <param name="Counts">What adds the rows above @p0 and up to @p1 to the counts.</param>
internal sealed record CountedSource(string Name, string Table, string Key, IReadOnlyList<string> Into, IReadOnlyList<string> Counts)
{
    private const long Hour = 3_600_000;
    private const long Slot = 300_000;
    private const long KeptCalls = 40L * 24 * 3_600_000; // the page looks back a day

    // An order belongs to a day of Lima, five hours after the one of UTC.
    private const string Day = "((made.at - 18000000) / 86400000) * 86400000 + 18000000";

    private const string PerHour =
        """
        INSERT INTO hourly_counts (kind, hour, currency, count, minor)
        SELECT j.kind, {0}, COALESCE(o.currency, ''), COUNT(*), CAST(COALESCE(SUM(o.amount_minor), 0) AS bigint)
        FROM journal j LEFT JOIN orders o ON o.order_id = j.order_id
        WHERE j.seq > @p0 AND j.seq <= @p1
        GROUP BY 1, 2, 3
        ON CONFLICT (kind, hour, currency) DO UPDATE SET count = hourly_counts.count + excluded.count, minor = hourly_counts.minor + excluded.minor
        """;

    // A voucher ends once. One whose order had ended before it was known could never be paid and is none; a second end, as money that is accepted after
    // the expiry, is no end of the voucher. What came before is told by the order's own stream, so a rebuild counts the same.
    private const string PerVoucher =
        """
        INSERT INTO voucher_counts (day, band, outcome, minutes, count)
        SELECT {0}, {1},
          CASE j.kind WHEN '{5}' THEN 'Created' WHEN '{2}' THEN 'Paid' WHEN '{3}' THEN 'Expired' ELSE 'Cancelled' END,
          CASE WHEN j.kind = '{2}' THEN {6} ELSE 0 END,
          COUNT(*)
        FROM journal j
        JOIN journal made ON made.stream = j.stream AND made.position <= j.position AND made.kind || '' = '{5}'
        JOIN orders o ON o.order_id = j.order_id
        LEFT JOIN payments p ON p.order_id = j.order_id
        WHERE j.seq > @p0 AND j.seq <= @p1 AND j.kind || '' IN ('{5}', '{2}', '{3}', '{4}')
          AND NOT EXISTS (SELECT 1 FROM journal ended WHERE ended.stream = j.stream AND ended.position < j.position AND ended.kind || '' IN ('{2}', '{3}', '{4}'))
        GROUP BY 1, 2, 3, 4
        ON CONFLICT (day, band, outcome, minutes) DO UPDATE SET count = voucher_counts.count + excluded.count
        """;

    private const string PerSlot =
        """
        INSERT INTO call_counts (slot, call, fault, code, milliseconds, count)
        SELECT {0},
          CASE WHEN path LIKE '%/cancel' THEN 'Cancel' WHEN path LIKE '%/refund' THEN 'Refund' WHEN path LIKE '%/report?%' THEN 'Report'
            WHEN method = 'GET' THEN 'Find' ELSE 'Create' END,
          fault, COALESCE(code, 0), {1}, COUNT(*)
        FROM gateway_calls
        WHERE id > @p0 AND id <= @p1
        GROUP BY 1, 2, 3, 4, 5
        ON CONFLICT (slot, call, fault, code, milliseconds) DO UPDATE SET count = call_counts.count + excluded.count
        """;

    private const string Band =
        "CASE WHEN o.currency <> 'PEN' THEN 'OtherCurrency' WHEN o.amount_minor <= 5000 THEN 'UpTo50' WHEN o.amount_minor <= 20000 THEN 'UpTo200' "
        + "WHEN o.amount_minor <= 100000 THEN 'UpTo1000' ELSE 'Above1000' END";

    /// <summary>The journal: what happened by hour, and vouchers by the day on which they were made.</summary>
    public static CountedSource Journal { get; } = new(
        "journal",
        "journal",
        "seq",
        ["hourly_counts", "voucher_counts"],
        [
            string.Format(null, PerHour, FloorOf("j.at", Hour)),
            string.Format(
                null, PerVoucher, Day, Band, OrderEvents.Paid, OrderEvents.Expired, OrderEvents.Cancelled, OrderEvents.PaymentCreated,
                Buckets.Sql("(COALESCE(p.paid_at, j.at) - made.at + 59999) / 60000", VoucherMinutes.Bounds)),
        ]);

    /// <summary>The calls to PagoEfectivo by five minutes.</summary>
    public static CountedSource Calls { get; } = new(
        "gateway_calls",
        "gateway_calls",
        "id",
        ["call_counts"],
        [
            string.Format(null, PerSlot, FloorOf("at", Slot), Buckets.Sql("duration_ms", CallTimes.Bounds)),
            $"DELETE FROM call_counts WHERE slot < (SELECT MAX(slot) FROM call_counts) - {KeptCalls} AND @p0 < @p1",
        ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CountedSource> All { get; } = [Journal, Calls];

    /// <summary>The start of the hour or slot of an instant, in SQL.</summary>
    public static string FloorOf(string instant, long milliseconds) => $"({instant} / {milliseconds}) * {milliseconds}";

    /// <summary>How far it is counted; nobody else counts it until the transaction ends.</summary>
    public async Task<long> LockAsync(WriteScope tx, CancellationToken ct)
    {
        await tx.Db.ExecuteAsync("INSERT INTO counting_cursors (name, position) VALUES (@p0, 0) ON CONFLICT (name) DO NOTHING", [Name], ct);
        return Convert.ToInt64(await tx.Db.ScalarAsync($"SELECT position FROM counting_cursors WHERE name = @p0{tx.Dialect.ForUpdate}", [Name], ct), null);
    }
}
