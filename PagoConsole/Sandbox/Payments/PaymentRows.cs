using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Payments;

/// <summary>Payments and money as they lie in the file.</summary>
internal static class PaymentRows
{
    private const string Select = """
        SELECT p.id, p.order_id, p.cip, p.currency, p.amount, p.status, p.created_at, p.expires_at, p.payment_url, p.return_url,
               p.concept, p.seller_id, p.paid_at, p.paid_amount, p.paid_currency, p.channel, p.transaction_id,
               (SELECT coalesce(sum(amount), 0) FROM money m
                WHERE m.payment_id = p.id AND m.kind = 'Payment' AND m.currency = p.paid_currency),
               (SELECT coalesce(sum(amount), 0) FROM money m WHERE m.payment_id = p.id AND m.kind = 'Refund')
        FROM payments p
        """;

    public static SandboxPayment? Find(SqliteConnection db, string id) => One(db, "p.id = @key", id);

    public static SandboxPayment? OfOrder(SqliteConnection db, string orderId) => One(db, "p.order_id = @key", orderId);

    /// <summary>By its id, its CIP or its order: whoever stands at the counter may know any of them.</summary>
    public static SandboxPayment? Named(SqliteConnection db, string name) =>
        Find(db, name) ?? One(db, "p.cip = @key", name) ?? OfOrder(db, name);

    public static List<SandboxPayment> Overdue(SqliteConnection db, DateTimeOffset now, int most) => db.Query(
        $"{Select} WHERE p.status = 'Pending' AND p.expires_at <= @now ORDER BY p.expires_at LIMIT @most", Read,
        ("now", now), ("most", most));

    public static void Insert(SqliteConnection db, SandboxPayment payment) => db.Execute(
        """
        INSERT INTO payments (
            id, order_id, cip, currency, amount, status, created_at, expires_at, payment_url, return_url, concept, seller_id)
        VALUES (@id, @order, @cip, @currency, @amount, @status, @created, @expires, @url, @return, @concept, @seller)
        """,
        ("id", payment.Id), ("order", payment.OrderId), ("cip", payment.Cip), ("currency", payment.Currency), ("amount", payment.Amount),
        ("status", payment.Status), ("created", payment.CreatedAt), ("expires", payment.ExpiresAt), ("url", payment.PaymentUrl),
        ("return", payment.ReturnUrl), ("concept", payment.Concept), ("seller", payment.SellerId));

    public static SandboxPayment SetStatus(SqliteConnection db, SandboxPayment payment, PaymentStatus status)
    {
        db.Execute("UPDATE payments SET status = @status WHERE id = @id", ("status", status), ("id", payment.Id));
        return payment with { Status = status };
    }

    public static void SetPaid(SqliteConnection db, string id, Money money) => db.Execute(
        """
        UPDATE payments SET status = 'Paid', paid_at = @at, paid_amount = @amount, paid_currency = @currency,
                            channel = @channel, transaction_id = @transaction
        WHERE id = @id
        """,
        ("id", id), ("at", money.At), ("amount", money.Amount), ("currency", money.Currency), ("channel", money.Channel),
        ("transaction", money.TransactionId));

    /// <summary>False when this very movement is known already.</summary>
    public static bool Add(SqliteConnection db, string paymentId, Money money) => db.Execute(
        """
        INSERT INTO money (payment_id, kind, transaction_id, currency, amount, channel, at)
        VALUES (@payment, @kind, @transaction, @currency, @amount, @channel, @at)
        ON CONFLICT (payment_id, kind, transaction_id) DO NOTHING
        """,
        ("payment", paymentId), ("kind", money.Kind), ("transaction", money.TransactionId), ("currency", money.Currency),
        ("amount", money.Amount), ("channel", money.Channel), ("at", money.At)) == 1;

    public static List<Money> MoneyOf(SqliteConnection db, string paymentId) => db.Query(
        "SELECT kind, transaction_id, currency, amount, channel, at FROM money WHERE payment_id = @payment ORDER BY id",
        row => new Money(
            Enum.Parse<MoneyKind>(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetInt64(3), row.TextOrNull(4),
            row.Instant(5)),
        ("payment", paymentId));

    private static SandboxPayment? One(SqliteConnection db, string where, string key) =>
        db.Query($"{Select} WHERE {where}", Read, ("key", key)).SingleOrDefault();

    private static SandboxPayment Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4),
        Enum.Parse<PaymentStatus>(row.GetString(5)),
        row.Instant(6), row.Instant(7), row.GetString(8), row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11),
        row.InstantOrNull(12) is { } paidAt
            ? new(paidAt, row.GetInt64(13), row.GetString(14), row.GetString(15), row.GetString(16)) : null,
        row.GetInt64(17), row.GetInt64(18));
}
