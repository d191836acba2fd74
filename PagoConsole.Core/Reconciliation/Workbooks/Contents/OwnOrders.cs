using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Finds the orders of lines, many at once: by payment, else by the order's id.</summary>
internal sealed class OwnOrders(PagoDb db) : IAsyncDisposable
{
    private const int AtOnce = 250;
    private const string Columns = "o.order_id, o.amount_minor, o.currency, o.status, COALESCE(p.paid_at, o.first_paid_at)";

    private static readonly string ByPayment =
        $"SELECT p.payment_id, {Columns} FROM payments p JOIN orders o ON o.order_id = p.order_id WHERE p.payment_id IN ({Sql.Marks(0, AtOnce)})";

    private static readonly string ByOrder =
        $"SELECT o.order_id, {Columns} FROM orders o LEFT JOIN payments p ON p.order_id = o.order_id WHERE o.order_id IN ({Sql.Marks(0, AtOnce)})";

    private readonly Dictionary<string, Currency> currencies = new(StringComparer.Ordinal);
    private readonly Statements statements = new(db);

    public async Task<IReadOnlyList<(OwnOrder? Order, Pairing Pairing)>> FindAsync(IReadOnlyList<ReportRow> rows, CancellationToken ct)
    {
        var paid = await ReadAsync(ByPayment, rows.Select(row => row.PaymentId), ct);
        var rest = rows.Where(row => !paid.ContainsKey(row.PaymentId)).Select(row => row.OrderId).ToList();
        var placed = rest.Count == 0 ? [] : await ReadAsync(ByOrder, rest, ct);
        return [.. rows.Select(row =>
            paid.TryGetValue(row.PaymentId, out var order) ? (order, Pairing.ByPayment)
            : placed.TryGetValue(row.OrderId, out order) ? (order, Pairing.ByOrder) : ((OwnOrder?)null, Pairing.None))];
    }

    public ValueTask DisposeAsync() => statements.DisposeAsync();

    private async Task<Dictionary<string, OwnOrder>> ReadAsync(string sql, IEnumerable<string> keys, CancellationToken ct)
    {
        var found = new Dictionary<string, OwnOrder>(StringComparer.Ordinal);
        foreach (var chunk in keys.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            // The statement is prepared once; where there are fewer, the last one is asked for again.
            var values = new object?[AtOnce];
            for (var i = 0; i < AtOnce; i++) values[i] = chunk[Math.Min(i, chunk.Length - 1)];
            await using var reader = await (await statements.WithAsync(sql, values, ct)).ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) found[reader.GetString(0)] = OrderOf(reader);
        }

        return found;
    }

    private OwnOrder OrderOf(DbDataReader row)
    {
        var code = row.GetString(3);
        if (!currencies.TryGetValue(code, out var currency)) currencies[code] = currency = new Currency(code);
        return new OwnOrder(
            row.GetString(1), row.GetInt64(2), currency, Enum.Parse<OrderStatus>(row.GetString(4)),
            row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));
    }
}
