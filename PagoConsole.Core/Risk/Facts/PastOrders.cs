using System.Data.Common;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>
/// The earlier orders that one order's look-ups meet, each read once: the orders of an account are mostly those of its phone and its document
/// too.
/// </summary>
internal sealed class PastOrders(Statements statements)
{
    /// <summary>Lists of ids are filled up to one of these lengths, so that few statements serve all.</summary>
    private static readonly int[] Lengths = [4, 16, 64, 256];

    private readonly Dictionary<string, PastOrder> read = new(StringComparer.Ordinal);

    /// <summary>The orders in the given order, with their fates as they were known at an instant.</summary>
    public async ValueTask<IReadOnlyList<PastOrder>> ReadAsync(List<string> ids, DateTimeOffset seenAt, CancellationToken ct)
    {
        foreach (var chunk in ids.Where(id => !read.ContainsKey(id)).Chunk(Lengths[^1]))
        {
            await EachAsync(
                "SELECT order_id, amount_minor, currency, placed_at, first_paid_at, first_expired_at, first_refunded_at, fraud, fraud_at FROM orders WHERE order_id",
                chunk,
                row => read[row.GetString(0)] = PastOf(row, seenAt),
                ct);
        }

        return ids.ConvertAll(id => read[id]);
    }

    /// <summary>The same orders with the devices that they came from.</summary>
    public async ValueTask<IReadOnlyList<PastOrder>> WithDevicesAsync(IReadOnlyList<PastOrder> orders, CancellationToken ct)
    {
        var devices = new Dictionary<string, IdentifierKey>(StringComparer.Ordinal);
        foreach (var chunk in orders.Select(order => order.OrderId).Chunk(Lengths[^1]))
        {
            await EachAsync(
                "SELECT order_id, value_hash FROM order_identifiers WHERE kind = 'Device' AND order_id",
                chunk,
                row => devices[row.GetString(0)] = IdentifierKey.Of(IdentifierKind.Device, row.GetFieldValue<byte[]>(1)),
                ct);
        }

        return [.. orders.Select(order => devices.TryGetValue(order.OrderId, out var device) ? order with { Device = device } : order)];
    }

    private async ValueTask EachAsync(string sql, string[] ids, Action<DbDataReader> take, CancellationToken ct)
    {
        var length = Lengths.First(l => l >= ids.Length);
        var command = await statements.WithAsync($"{sql} IN ({Sql.Marks(0, length)})", [.. ids, .. Enumerable.Repeat(ids[^1], length - ids.Length)], ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) take(reader);
    }

    private static PastOrder PastOf(DbDataReader row, DateTimeOffset seenAt) => new(
        row.GetString(0),
        new Money(row.GetInt64(1), new Currency(row.GetString(2))),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        null,
        Known(row, 4, seenAt),
        Known(row, 5, seenAt),
        Known(row, 6, seenAt),
        !row.IsDBNull(7) && row.GetBoolean(7) ? Known(row, 8, seenAt) : null);

    private static DateTimeOffset? Known(DbDataReader row, int column, DateTimeOffset seenAt) =>
        !row.IsDBNull(column) && DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column)) is var at && at <= seenAt ? at : null;
}
