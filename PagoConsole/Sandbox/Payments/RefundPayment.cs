using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Payments;

/// <summary>Gives money back, whole or in parts, and never more than came in.</summary>
internal sealed class RefundPayment(SandboxFile file, EventOutbox outbox, TimeProvider time)
{
    /// <summary>The console asks for it.</summary>
    public Task<PaymentResult> RunAsync(string id, long amount, IdempotencyKey key) => file.WriteAsync(db =>
    {
        if (IdempotencyKeys.Look(db, key) is { } known) return known;
        var result = Refund(db, id, amount, WebhookMode.Send);
        if (result.Payment is not null) IdempotencyKeys.Remember(db, key, id, result.RefundId);
        return result;
    });

    /// <summary>PagoEfectivo does it of its own accord; without an amount all that is left is given back.</summary>
    public Task<PaymentResult> RunUnaskedAsync(string name, long? amount, WebhookMode mode) => file.WriteAsync(db =>
        PaymentRows.Named(db, name) is { } payment ? Refund(db, payment.Id, amount, mode) : GatewayError.NoPayment(name));

    private PaymentResult Refund(SqliteConnection db, string id, long? asked, WebhookMode mode)
    {
        if (PaymentRows.Find(db, id) is not { } payment) return GatewayError.NoPayment(id);
        if (payment.Paid is not { } paid)
            return GatewayError.Invalid($"payment {id} is {payment.Status.OnTheWire()}: no money to refund", "status");

        var left = payment.Received - payment.Refunded;
        var amount = asked ?? left;
        if (left == 0) return GatewayError.Invalid($"payment {id} is already refunded", "status");
        if (amount > left) return GatewayError.Invalid($"only {WireFormat.Amount(left)} {paid.Currency} are left to refund", "amount");

        var now = time.GetUtcNow();
        var money = new Money(MoneyKind.Refund, SandboxIds.New("rf_", now), paid.Currency, amount, paid.Channel, now);
        PaymentRows.Add(db, id, money);
        payment = payment with { Refunded = payment.Refunded + amount };
        if (payment.Refunded == payment.Received) payment = PaymentRows.SetStatus(db, payment, PaymentStatus.Refunded);
        outbox.Add(db, payment, "payment.refunded", money, mode);
        return new PaymentResult(payment, null, money.TransactionId);
    }
}
