using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Reads the orders paid on a day, page by page: no statement stays open for long.</summary>
internal sealed class LoadDayBook(IDbContextFactory<PagoDb> contexts)
{
    private const int Page = 10_000;
    private const int LongestId = 1024;

    private static readonly Dictionary<string, OrderStatus> Statuses = Enum.GetValues<OrderStatus>().ToDictionary(status => status.ToString());

    private const string Sql =
        "SELECT p.payment_id, p.order_id, o.amount_minor, o.currency, o.status, p.transaction_id, o.imported, p.paid_at "
        + "FROM payments p JOIN orders o ON o.order_id = p.order_id "
        + "WHERE p.paid_at >= @p0 AND p.paid_at < @p1 AND (p.paid_at > @p2 OR p.payment_id > @p3) ORDER BY p.paid_at, p.payment_id LIMIT @p4";

    public async Task<DayBook> RunAsync(DateOnly day, CancellationToken ct)
    {
        var book = new DayBook();
        var end = Lima.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds();
        var after = (At: Lima.StartOf(day).ToUnixTimeMilliseconds(), Id: "");
        await using var db = await contexts.CreateDbContextAsync(ct);
        for (var read = Page; read == Page;)
        {
            read = 0;
            await using var command = await db.CommandAsync(Sql, [after.At, end, after.At, after.Id, Page], ct);
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                read++;
                after = Put(book, rows);
            }
        }

        return book;
    }

    // Ids have at most 128 characters, of at most four bytes each.
    private static (long At, string Id) Put(DayBook book, DbDataReader row)
    {
        Span<byte> ids = stackalloc byte[3 * LongestId];
        var paymentId = row.GetString(0);
        var payment = ids[..Encoding.UTF8.GetBytes(paymentId, ids[..LongestId])];
        var order = ids.Slice(LongestId, Encoding.UTF8.GetBytes(row.GetString(1), ids[LongestId..]));
        var transaction = ids.Slice(2 * LongestId, row.IsDBNull(5) ? 0 : Encoding.UTF8.GetBytes(row.GetString(5), ids[(2 * LongestId)..]));
        book.Add(payment, order, new Money(row.GetInt64(2), new Currency(row.GetString(3))), Statuses[row.GetString(4)], transaction, row.GetBoolean(6));
        return (row.GetInt64(7), paymentId);
    }
}
