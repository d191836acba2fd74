using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>An order whose term is over.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Aml">Whether it is one of those kept longer.</param>
/// <param name="Held">Whether a legal hold keeps it.</param>
internal sealed record DueOrder(string OrderId, bool Aml, bool Held);

/// <summary>
/// Orders whose term is over and whose personal data is still there, page by page in the order of placing. What happened to an order last
/// counts: its own state, disputes, refunds and money cases; one that is open is never due.
/// </summary>
internal static class DueOrders
{
    private const int AtOnce = 200;

    private static readonly string Sql =
        $"""
        SELECT o.order_id, o.placed_at, o.aml, CASE WHEN {HoldSql.Order("o.order_id", "o.account_id")} THEN 1 ELSE 0 END
        FROM orders o
        WHERE (o.placed_at, o.order_id) > (@p0, @p1) AND o.placed_at < @p4 AND o.updated_at < CASE WHEN o.aml THEN @p3 ELSE @p2 END
          AND NOT EXISTS (SELECT 1 FROM orders_erased e WHERE e.order_id = o.order_id)
          AND NOT EXISTS (SELECT 1 FROM disputes d WHERE d.order_id = o.order_id AND d.recorded_at >= CASE WHEN o.aml THEN @p3 ELSE @p2 END)
          AND NOT EXISTS (SELECT 1 FROM refunds r WHERE r.order_id = o.order_id AND (r.ended_at IS NULL OR r.ended_at >= CASE WHEN o.aml THEN @p3 ELSE @p2 END))
          AND NOT EXISTS (SELECT 1 FROM money_cases m WHERE m.order_id = o.order_id AND (m.settled_at IS NULL OR m.settled_at >= CASE WHEN o.aml THEN @p3 ELSE @p2 END))
        ORDER BY o.placed_at, o.order_id LIMIT {AtOnce}
        """;

    /// <summary>Reads them all, each page with a statement of its own.</summary>
    public static async IAsyncEnumerable<DueOrder> ReadAsync(
        PagoDb db, DateTimeOffset cutoff, DateTimeOffset amlCutoff, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var page = new List<DueOrder>(AtOnce);
        var (placedAt, orderId) = (long.MinValue, "");
        var (orders, aml) = (cutoff.ToUnixTimeMilliseconds(), amlCutoff.ToUnixTimeMilliseconds());
        do
        {
            page.Clear();
            await db.EachAsync(
                Sql,
                [placedAt, orderId, orders, aml, Math.Max(orders, aml)],
                row =>
                {
                    (orderId, placedAt) = (row.GetString(0), row.GetInt64(1));
                    page.Add(new DueOrder(orderId, row.GetBoolean(2), row.GetInt32(3) == 1));
                },
                ct);
            foreach (var order in page) yield return order;
        }
        while (page.Count == AtOnce);
    }
}
