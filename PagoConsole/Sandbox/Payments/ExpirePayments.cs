using Microsoft.Data.Sqlite;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;
using PagoConsole.Sandbox.Webhooks;

namespace PagoConsole.Sandbox.Payments;

/// <summary>Closes codes whose time is over, by a sweep, and at the very moment somebody asks for one.</summary>
internal sealed class ExpirePayments(SandboxFile file, EventOutbox outbox, TimeProvider time)
{
    private const int BatchSize = 200;

    public SandboxPayment IfOverdue(SqliteConnection db, SandboxPayment payment) =>
        payment.IsOverdue(time.GetUtcNow()) ? Expire(db, payment, WebhookMode.Send) : payment;

    /// <summary>Closes a batch; true if there may be more.</summary>
    public async Task<bool> SweepAsync()
    {
        if (file.Read(db => PaymentRows.Overdue(db, time.GetUtcNow(), 1)) is []) return false;
        return await file.WriteAsync(db =>
        {
            var overdue = PaymentRows.Overdue(db, time.GetUtcNow(), BatchSize);
            foreach (var payment in overdue) Expire(db, payment, WebhookMode.Send);
            return overdue.Count == BatchSize;
        });
    }

    /// <summary>Closes one before its time; once closed it stays as it is.</summary>
    public Task<PaymentResult> RunNowAsync(string name, WebhookMode mode) => file.WriteAsync<PaymentResult>(db =>
        PaymentRows.Named(db, name) is not { } payment ? GatewayError.NoPayment(name) : payment.Status switch
        {
            PaymentStatus.Pending => Expire(db, payment, mode),
            PaymentStatus.Expired => payment,
            PaymentStatus.Paid or PaymentStatus.Cancelled or PaymentStatus.Refunded =>
                GatewayError.Invalid($"payment {payment.Id} is already {payment.Status.OnTheWire()} and cannot expire", "status"),
        });

    private SandboxPayment Expire(SqliteConnection db, SandboxPayment payment, WebhookMode mode)
    {
        var expired = PaymentRows.SetStatus(db, payment, PaymentStatus.Expired);
        outbox.Add(db, expired, "payment.expired", null, mode);
        return expired;
    }
}
