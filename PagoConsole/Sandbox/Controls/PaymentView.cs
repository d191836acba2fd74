using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Controls;

/// <summary>The whole truth about one payment: what it asked for, what money moved, and what the console was told.</summary>
internal sealed record PaymentView(
    string Id, string OrderId, string Cip, string Status, string Amount, string Currency, string ExpiresAt,
    IReadOnlyList<MoneyView> Money, IReadOnlyList<DeliveryView> Deliveries)
{
    public static PaymentView Of(SqliteConnection db, SandboxPayment payment) => new(
        payment.Id, payment.OrderId, payment.Cip, payment.Status.OnTheWire(), WireFormat.Amount(payment.Amount), payment.Currency,
        WireFormat.Instant(payment.ExpiresAt),
        [.. PaymentRows.MoneyOf(db, payment.Id).Select(money => new MoneyView(
            money.Kind.ToString(), money.TransactionId, WireFormat.Amount(money.Amount), money.Currency, money.Channel,
            WireFormat.Instant(money.At)))],
        DeliveryRows.OfPayment(db, payment.Id));
}

internal sealed record MoneyView(string Kind, string TransactionId, string Amount, string Currency, string? Channel, string At);
