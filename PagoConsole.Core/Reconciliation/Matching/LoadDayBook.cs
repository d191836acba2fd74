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

    // Every status is greater than no text; said so, SQLite reads the orders from the index for matching instead of the table.
    private const string Sql =
        "SELECT p.payment_id, p.order_id, o.amount_minor, o.currency, o.status, p.transaction_id, o.imported, p.paid_at "
        + "FROM payments p JOIN orders o ON o.order_id = p.order_id AND o.status > '' "
        + "WHERE p.paid_at >= @p0 AND p.paid_at < @p1 AND (p.paid_at > @p2 OR p.payment_id > @p3) ORDER BY p.paid_at, p.payment_id LIMIT @p4";

    public async Task<DayBook> RunAsync(DateOnly day, CancellationToken ct)
    {
        var book = new DayBook();
        var end = Lima.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds();
        var after = (At: Lima.StartOf(day).ToUnixTimeMilliseconds(), Id: "");
        var putting = Task.CompletedTask;
        await using var db = await contexts.CreateDbContextAsync(ct);
        for (var read = Page; read == Page;)
        {
            var page = await PageAsync(db, after, end, ct);
            read = page.Count;
            if (read > 0) after = (page[^1].PaidAt, page[^1].PaymentId);
            await putting; // the next page is read while the last one is put in
            putting = Task.Run(() => Put(book, page), ct);
        }

        await putting;
        return book;
    }

    private static async Task<List<Paid>> PageAsync(PagoDb db, (long At, string Id) after, long end, CancellationToken ct)
    {
        var page = new List<Paid>(Page);
        await using var command = await db.CommandAsync(Sql, [after.At, end, after.At, after.Id, Page], ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            page.Add(new Paid(
                rows.GetString(0), rows.GetString(1), rows.GetInt64(2), rows.GetString(3), rows.GetString(4), rows.IsDBNull(5) ? "" : rows.GetString(5),
                rows.GetBoolean(6), rows.GetInt64(7)));
        }

        return page;
    }

    // Ids have at most 128 characters, of at most four bytes each.
    private static void Put(DayBook book, List<Paid> page)
    {
        Span<byte> ids = stackalloc byte[3 * LongestId];
        foreach (var row in page)
        {
            var payment = ids[..Encoding.UTF8.GetBytes(row.PaymentId, ids[..LongestId])];
            var order = ids.Slice(LongestId, Encoding.UTF8.GetBytes(row.OrderId, ids[LongestId..]));
            var transaction = ids.Slice(2 * LongestId, Encoding.UTF8.GetBytes(row.TransactionId, ids[(2 * LongestId)..]));
            book.Add(payment, order, new Money(row.AmountMinor, new Currency(row.Currency)), Statuses[row.Status], transaction, row.Imported);
        }
    }

    private readonly record struct Paid(
        string PaymentId, string OrderId, long AmountMinor, string Currency, string Status, string TransactionId, bool Imported, long PaidAt);
}
