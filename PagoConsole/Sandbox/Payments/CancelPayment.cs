using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Payments;

/// <summary>Takes a payable code back. What is closed already stays as it is; what is paid can only be refunded.</summary>
internal sealed class CancelPayment(SandboxFile file, ExpirePayments expiry, EventOutbox outbox)
{
    public Task<PaymentResult> RunAsync(string id, IdempotencyKey key) => file.WriteAsync<PaymentResult>(db =>
    {
        if (IdempotencyKeys.Look(db, key) is { } known) return known;
        if (PaymentRows.Find(db, id) is not { } found) return GatewayError.NoPayment(id);
        var payment = expiry.IfOverdue(db, found);
        switch (payment.Status)
        {
            case PaymentStatus.Paid or PaymentStatus.Refunded:
                return GatewayError.Invalid($"payment {id} is already {payment.Status.OnTheWire()} and cannot be cancelled", "status");
            case PaymentStatus.Pending:
                payment = PaymentRows.SetStatus(db, payment, PaymentStatus.Cancelled);
                outbox.Add(db, payment, "payment.cancelled");
                break;
            case PaymentStatus.Expired or PaymentStatus.Cancelled:
                break;
        }
        IdempotencyKeys.Remember(db, key, id);
        return payment;
    });
}
