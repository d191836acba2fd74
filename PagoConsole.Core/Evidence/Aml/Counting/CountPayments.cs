using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Counting;

/// <summary>
/// Takes payments that were received into the operations and the totals of their document and month, and moves the cursor in the same transaction:
/// each counts once, however many nodes do this and wherever one of them dies. Money carries the instant of its transaction, which may end a little
/// later: so it stays a minute behind, and nothing is passed over.
/// </summary>
public sealed class CountPayments
{
    /// <summary>The document of an order that names none.</summary>
    public static readonly byte[] NoDocument = new byte[16];

    /// <summary>How far it stays behind: no transaction takes so long.</summary>
    public static readonly TimeSpan Behind = TimeSpan.FromMinutes(1);

    private static readonly RowShape Operations = new(
        "aml_operations",
        ("operation_id", ColumnKind.Text), ("order_id", ColumnKind.Text), ("document", ColumnKind.Bytes), ("month", ColumnKind.Number), ("at", ColumnKind.Number),
        ("currency", ColumnKind.Text), ("amount_minor", ColumnKind.Number), ("channel", ColumnKind.Text));

    private const string AddToDocument =
        """
        INSERT INTO aml_totals (month, document, orders, payments, pen_minor, usd_minor, other) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
        ON CONFLICT (month, document) DO UPDATE SET orders = aml_totals.orders + excluded.orders, payments = aml_totals.payments + excluded.payments,
          pen_minor = aml_totals.pen_minor + excluded.pen_minor, usd_minor = aml_totals.usd_minor + excluded.usd_minor, other = aml_totals.other + excluded.other
        RETURNING payments
        """;

    private const string AddToMonth =
        """
        INSERT INTO aml_months (month, documents, payments, pen_minor, usd_minor, unnamed) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        ON CONFLICT (month) DO UPDATE SET documents = aml_months.documents + excluded.documents, payments = aml_months.payments + excluded.payments,
          pen_minor = aml_months.pen_minor + excluded.pen_minor, usd_minor = aml_months.usd_minor + excluded.usd_minor, unnamed = aml_months.unnamed + excluded.unnamed
        """;

    private readonly Writes writes;
    private readonly Dialect dialect;
    private readonly TimeProvider time;
    private readonly IDbContextFactory<PagoDb> contexts;

    internal CountPayments(IDbContextFactory<PagoDb> contexts, Writes writes, Dialect dialect, TimeProvider time) =>
        (this.contexts, this.writes, this.dialect, this.time) = (contexts, writes, dialect, time);

    /// <summary>Payments of one transaction, and those that were seen in the same millisecond.</summary>
    public int AtOnce { get; init; } = 500;

    /// <summary>Counts the next ones.</summary>
    /// <returns>Whether more wait.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var safe = (time.GetUtcNow() - Behind).ToUnixTimeMilliseconds();
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var counted = await db.Set<AmlCursor>().AsNoTracking().Select(c => c.SeenAt).SingleOrDefaultAsync(ct);
            if (await db.ScalarAsync("SELECT 1 FROM money_movements WHERE seen_at > @p0 AND seen_at <= @p1 LIMIT 1", [counted, safe], ct) is null) return false;
        }

        return await writes.DoAsync(tx => CountAsync(tx, safe, ct), ct);
    }

    private async Task<bool> CountAsync(WriteScope tx, long safe, CancellationToken ct)
    {
        await tx.Db.ExecuteAsync("INSERT INTO aml_cursor (id, seen_at) VALUES (1, 0) ON CONFLICT (id) DO NOTHING", [], ct);
        var from = Convert.ToInt64(await tx.Db.ScalarAsync($"SELECT seen_at FROM aml_cursor WHERE id = 1{tx.Dialect.ForUpdate}", [], ct), null);
        if (from >= safe) return false;
        var page = await tx.Db.ScalarAsync(
            "SELECT seen_at FROM money_movements WHERE seen_at > @p0 AND seen_at <= @p1 ORDER BY seen_at LIMIT 1 OFFSET @p2", [from, safe, AtOnce - 1], ct);
        var to = page is null ? safe : Convert.ToInt64(page, null);
        var seen = await SeenAsync(tx.Db, from, to, ct);
        if (seen.Count > 0) await KeepAsync(tx, seen, ct);
        await tx.Db.ExecuteAsync("UPDATE aml_cursor SET seen_at = @p0 WHERE id = 1", [to], ct);
        return to < safe;
    }

    private static async Task<List<Seen>> SeenAsync(PagoDb db, long from, long to, CancellationToken ct)
    {
        var seen = new List<Seen>();
        await db.EachAsync(
            """
            SELECT m.payment_id, m.transaction_id, m.order_id, i.value_hash, m.at, m.currency, m.amount_minor, m.channel,
              CASE WHEN EXISTS (SELECT 1 FROM money_movements e WHERE e.payment_id = m.payment_id AND e.kind = 'Payment'
                AND (e.seen_at < m.seen_at OR (e.seen_at = m.seen_at AND e.transaction_id < m.transaction_id))) THEN 0 ELSE 1 END
            FROM money_movements m LEFT JOIN order_identifiers i ON i.order_id = m.order_id AND i.kind = 'Document'
            WHERE m.seen_at > @p0 AND m.seen_at <= @p1 AND m.kind = 'Payment'
            """,
            [from, to],
            row => seen.Add(new Seen(
                $"{row.GetString(0)}/{row.GetString(1)}", row.GetString(2), row.IsDBNull(3) ? NoDocument : row.GetFieldValue<byte[]>(3), row.GetInt64(4), row.GetString(5),
                row.GetInt64(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetInt32(8))),
            ct);
        return seen;
    }

    private async Task KeepAsync(WriteScope tx, List<Seen> seen, CancellationToken ct)
    {
        var kept = await dialect.InsertTellingAsync(tx.Db, Operations, seen.ConvertAll(ColumnsOf), 0, ct);
        var totals = seen.Where((_, i) => kept[i]).GroupBy(s => (s.Month, Key: Convert.ToHexString(s.Document))).OrderBy(g => g.Key.Month).ThenBy(g => g.Key.Key, StringComparer.Ordinal);
        var added = new Dictionary<int, (long Documents, long Payments, long Pen, long Usd, long Unnamed)>();
        await using (var statements = new Statements(tx.Db))
        {
            foreach (var same in totals)
            {
                var (payments, pen, usd, unnamed) = ((long)same.Count(), Sum(same, Currency.Pen), Sum(same, Currency.Usd), same.First().Document.AsSpan().SequenceEqual(NoDocument));
                var add = await statements.WithAsync(
                    AddToDocument,
                    [same.Key.Month, same.First().Document, same.Sum(s => (long)s.First), payments, pen, usd, (long)same.Count(s => s.Currency != Currency.Pen.Code && s.Currency != Currency.Usd.Code)],
                    ct);
                var isNew = Convert.ToInt64(await add.ExecuteScalarAsync(ct), null) == payments;
                var sum = added.GetValueOrDefault(same.Key.Month);
                added[same.Key.Month] = (
                    sum.Documents + (isNew && !unnamed ? 1 : 0), sum.Payments + payments, sum.Pen + pen, sum.Usd + usd, sum.Unnamed + (unnamed ? payments : 0));
            }
        }

        foreach (var (month, sum) in added) await tx.Db.ExecuteAsync(AddToMonth, [month, sum.Documents, sum.Payments, sum.Pen, sum.Usd, sum.Unnamed], ct);
    }

    private static long Sum(IEnumerable<Seen> same, Currency currency) => same.Where(s => s.Currency == currency.Code).Sum(s => s.Minor);

    private static object?[] ColumnsOf(Seen s) => [s.OperationId, s.OrderId, s.Document, (long)s.Month, s.At, s.Currency, s.Minor, s.Channel];

    private sealed record Seen(string OperationId, string OrderId, byte[] Document, long At, string Currency, long Minor, string? Channel, int First)
    {
        public int Month { get; } = AmlMonth.Of(DateTimeOffset.FromUnixTimeMilliseconds(At)).Number;
    }
}
