using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;
using static PagoConsole.Core.Storage.ColumnKind;

namespace PagoConsole.Core.Intake.Import;

/// <summary>Orders of the history as rows of their tables.</summary>
internal static class HistoryRows
{
    public static RowShape Orders { get; } = new(
        "orders",
        ("order_id", Text), ("status", Text), ("status_reason", Text), ("amount_minor", Number), ("currency", Text), ("placed_at", Number),
        ("received_at", Number), ("updated_at", Number), ("account_id", Text), ("account_created_at", Number), ("seller_id", Text),
        ("content_hash", Bytes), ("pay_token", Text), ("decision", Text), ("voucher_minutes", Number), ("polls", Number), ("first_paid_at", Number),
        ("first_expired_at", Number), ("first_refunded_at", Number), ("fraud", Flag), ("fraud_source", Text), ("fraud_at", Number), ("aml", Flag),
        ("imported", Flag), ("callback_sequence", Number), ("version", Number));

    public static RowShape Contents { get; } = new("order_contents", ("order_id", Text), ("json", Text));

    public static RowShape Identifiers { get; } = new(
        "order_identifiers", ("kind", Text), ("value_hash", Bytes), ("placed_at", Number), ("order_id", Text), ("account_id", Text));

    public static RowShape Payments { get; } = new(
        "payments",
        ("payment_id", Text), ("order_id", Text), ("cip", Text), ("amount_minor", Number), ("currency", Text), ("expires_at", Number),
        ("created_at", Number), ("status", Text), ("paid_at", Number), ("transaction_id", Text));

    public static RowShape Movements { get; } = new(
        "money_movements",
        ("payment_id", Text), ("transaction_id", Text), ("kind", Text), ("order_id", Text), ("amount_minor", Number), ("currency", Text), ("at", Number),
        ("seen_at", Number), ("source", Text));

    public static RowShape Labels { get; } = new(
        "order_labels", ("order_id", Text), ("fraud", Flag), ("source", Text), ("labelled_at", Number), ("labelled_by", Text));

    public static object?[] Of(Order o) =>
    [
        o.OrderId, o.Status.ToString(), o.StatusReason, o.AmountMinor, o.Currency.Code, Ms(o.PlacedAt), Ms(o.ReceivedAt), Ms(o.UpdatedAt), o.AccountId,
        Ms(o.AccountCreatedAt), o.SellerId, o.ContentHash, o.PayToken, o.Decision, (long)o.VoucherMinutes, (long)o.Polls, Ms(o.FirstPaidAt),
        Ms(o.FirstExpiredAt), Ms(o.FirstRefundedAt), o.Fraud, o.FraudSource?.ToString(), Ms(o.FraudAt), o.Aml, o.Imported, (long)o.CallbackSequence,
        (long)o.Version,
    ];

    public static object?[] Of(OrderIdentifier i) => [i.Kind.ToString(), i.ValueHash, Ms(i.PlacedAt), i.OrderId, i.AccountId];

    public static object?[] Of(Payment p) =>
        [p.PaymentId, p.OrderId, p.Cip, p.AmountMinor, p.Currency.Code, Ms(p.ExpiresAt), Ms(p.CreatedAt), p.Status.ToString(), Ms(p.PaidAt), p.TransactionId];

    public static object?[] Of(MoneyMovement m) =>
        [m.PaymentId, m.TransactionId, m.Kind.ToString(), m.OrderId, m.AmountMinor, m.Currency.Code, Ms(m.At), Ms(m.SeenAt), m.Source];

    public static object?[] LabelOf(Order o, Actor by) => [o.OrderId, o.Fraud, HistoryOrder.Source, Ms(o.FraudAt), by.Signature];

    private static long? Ms(DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();
}
