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

    private const string Sql =
        "SELECT p.payment_id, p.order_id, o.amount_minor, o.currency, o.status, p.transaction_id, o.imported, p.paid_at "
        + "FROM payments p JOIN orders o ON o.order_id = p.order_id "
        + "WHERE p.paid_at >= @p0 AND p.paid_at < @p1 AND (p.paid_at > @p2 OR p.payment_id > @p3) ORDER BY p.paid_at, p.payment_id LIMIT @p4";

    public async Task<DayBook> RunAsync(DateOnly day, CancellationToken ct)
    {
        var book = new DayBook();
        var end = Lima.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds();
        var after = (At: Lima.StartOf(day).ToUnixTimeMilliseconds(), Id: "");
        var statuses = Enum.GetValues<OrderStatus>().ToDictionary(status => status.ToString());
        await using var db = await contexts.CreateDbContextAsync(ct);
        for (var read = Page; read == Page;)
        {
            read = 0;
            await using var command = await db.CommandAsync(Sql, [after.At, end, after.At, after.Id, Page], ct);
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                read++;
                after = (rows.GetInt64(7), rows.GetString(0));
                book.Add(
                    Encoding.UTF8.GetBytes(after.Id), Encoding.UTF8.GetBytes(rows.GetString(1)), new Money(rows.GetInt64(2), new Currency(rows.GetString(3))),
                    statuses[rows.GetString(4)], rows.IsDBNull(5) ? [] : Encoding.UTF8.GetBytes(rows.GetString(5)), rows.GetBoolean(6));
            }
        }

        return book;
    }
}
