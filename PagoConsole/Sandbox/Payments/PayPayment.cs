using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Payments;

/// <summary>What the buyer does at the counter. Everything but the payment itself can be left out.</summary>
internal sealed record PayAtCounter(
    string? Channel = null, long? Amount = null, string? Currency = null, string? TransactionId = null,
    WebhookMode Webhook = WebhookMode.Send);

/// <summary>
/// Money comes in, also a second time, late, short or in another currency: a counter takes what it is given. Each
/// call tells the console; a transaction already known moves no money again.
/// </summary>
internal sealed class PayPayment(SandboxFile file, ExpirePayments expiry, EventOutbox outbox, TimeProvider time)
{
    public Task<PaymentResult> RunAsync(string name, PayAtCounter pay) => file.WriteAsync<PaymentResult>(db =>
    {
        if (PaymentRows.Named(db, name) is not { } found) return GatewayError.NoPayment(name);
        var payment = expiry.IfOverdue(db, found);
        var now = time.GetUtcNow();
        var money = new Money(
            MoneyKind.Payment, pay.TransactionId ?? SandboxIds.New("tx_", now), pay.Currency ?? payment.Currency,
            pay.Amount ?? payment.Amount, pay.Channel ?? "AGENTE-BCP", now);

        if (!PaymentRows.Add(db, payment.Id, money))
            money = PaymentRows.MoneyOf(db, payment.Id).Single(m => m.Kind == MoneyKind.Payment && m.TransactionId == money.TransactionId);
        else if (payment.Status != PaymentStatus.Paid)
            PaymentRows.SetPaid(db, payment.Id, money);

        payment = PaymentRows.Find(db, payment.Id)!;
        outbox.Add(db, payment, "payment.paid", money, pay.Webhook);
        return payment;
    });
}
