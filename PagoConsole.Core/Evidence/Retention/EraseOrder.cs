using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Holds;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>
/// Erases what is personal of one order, wherever it lies, in one transaction, once. Figures, states, instants and the chain stay; each text is
/// replaced by the number of the run (<see cref="Erased"/>).
/// </summary>
internal static class EraseOrder
{
    // @p0 the order, @p1 in place of a text, @p2 in place of a document, @p3 the same as bytes, @p4 no bytes.
    private static readonly string[] Statements =
    [
        "DELETE FROM order_identifiers WHERE order_id = @p0 AND kind NOT IN ('Account', 'Seller')",
        Text("order_invoices", "order_id = @p0", "ruc", "business_name", "seller_ruc"),
        Text("deliveries", "order_id = @p0", "received_by"),
        Text("disputes", "order_id = @p0", "reason"),
        "UPDATE dispute_files SET content = @p4, file_name = @p1 WHERE dispute_id IN (SELECT dispute_id FROM disputes WHERE order_id = @p0)",
        Text("dispute_proofs", "dispute_id IN (SELECT dispute_id FROM disputes WHERE order_id = @p0)", "note"),
        Text("information_answers", "order_id = @p0", "text"),
        Text("review_cases", "order_id = @p0", "note", "question", "escalation_note"),
        Text("refunds", "order_id = @p0", "reason", "reference"),
        Text("money_cases", "order_id = @p0", "first_note", "note"),
        "DELETE FROM money_payees WHERE case_id IN (SELECT case_id FROM money_cases WHERE order_id = @p0)",
        "UPDATE money_proofs SET content = @p4, file_name = @p1 WHERE case_id IN (SELECT case_id FROM money_cases WHERE order_id = @p0)",
        "UPDATE gateway_commands SET body = @p2 WHERE order_id = @p0 AND body <> ''",
        "UPDATE receipts SET body = @p3, headers = @p2 WHERE order_id = @p0",
        Text("receipt_replays", "receipt_id IN (SELECT id FROM receipts WHERE order_id = @p0)", "note"),
        "UPDATE outbox SET body = @p2 WHERE order_id = @p0",
        Text("differences", "order_id = @p0", "note", "write_off_note"),
        "UPDATE difference_attachments SET content = @p4, file_name = @p1 WHERE difference_id IN (SELECT difference_id FROM differences WHERE order_id = @p0)",
    ];

    /// <summary>Erases it; false if it was erased before, or a hold keeps it by now.</summary>
    public static async Task<bool> RunAsync(WriteScope tx, string orderId, int run, Actor by, CancellationToken ct)
    {
        var erased = await tx.Db.ExecuteAsync(
            $"INSERT INTO orders_erased (order_id, run, at) SELECT o.order_id, @p1, @p2 FROM orders o WHERE o.order_id = @p0 AND NOT {HoldSql.Order("o.order_id", "o.account_id")} "
            + "ON CONFLICT DO NOTHING",
            [orderId, run, tx.Now.ToUnixTimeMilliseconds()],
            ct);
        if (erased == 0) return false;
        await EraseContentAsync(tx, orderId, run, ct);
        var document = Erased.Json(run);
        object?[] values = [orderId, Erased.Text(run), document, System.Text.Encoding.UTF8.GetBytes(document), Array.Empty<byte>()];
        foreach (var stream in await StreamsAsync(tx.Db, orderId, ct)) await PrivateParts.EraseAsync(tx, stream, await HeadAsync(tx.Db, stream, ct), run, by, orderId, ct);
        foreach (var statement in Statements) await tx.Db.ExecuteAsync(statement, values, ct);
        return true;
    }

    private static async Task EraseContentAsync(WriteScope tx, string orderId, int run, CancellationToken ct)
    {
        if (await tx.Db.Set<OrderContentRow>().AsNoTracking().SingleOrDefaultAsync(c => c.OrderId == orderId, ct) is not { } row) return;
        await tx.Db.ExecuteAsync("UPDATE order_contents SET json = @p1 WHERE order_id = @p0", [orderId, OrderContent.FromJson(row.Json).Erased(run).ToJson()], ct);
    }

    /// <summary>The streams on an order and on what belongs to it.</summary>
    private static async Task<IEnumerable<string>> StreamsAsync(PagoDb db, string orderId, CancellationToken ct)
    {
        var differences = await db.Set<Difference>().Where(d => d.OrderId == orderId).Select(d => d.DifferenceId).ToListAsync(ct);
        return [Order.StreamOf(orderId), .. differences.Select(Difference.StreamOf)];
    }

    private static async Task<long> HeadAsync(PagoDb db, string stream, CancellationToken ct) =>
        await db.ScalarAsync("SELECT position FROM journal_streams WHERE stream = @p0", [stream], ct) is { } head ? Convert.ToInt64(head, null) : 0;

    private static string Text(string table, string where, params string[] columns) =>
        $"UPDATE {table} SET {string.Join(", ", columns.Select(column => $"{column} = CASE WHEN {column} IS NULL THEN NULL ELSE @p1 END"))} WHERE {where}";
}
