using Microsoft.Extensions.Options;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Payments;

/// <summary>Gives an order its payable code: one per order, whatever is asked and however often.</summary>
internal sealed class CreatePayment(SandboxFile file, IOptions<SandboxSettings> settings, TimeProvider time)
{
    private const long FirstCip = 12_345_678;

    public async Task<PaymentResult> RunAsync(NewPayment asked, IdempotencyKey key, Func<string, string> paymentUrl)
    {
        var limit = settings.Value.MaxAmount;
        if (asked.Currency == "PEN" && asked.Amount > limit * 100)
            return new GatewayError(GatewayCode.AmountOverLimit, $"the amount is over the limit of {limit} PEN", "amount");

        return await file.WriteAsync<PaymentResult>(db =>
        {
            if (IdempotencyKeys.Look(db, key) is { } known) return known;
            if (PaymentRows.OfOrder(db, asked.OrderId) is { } other)
                return new GatewayError(GatewayCode.OrderHasAnotherPayment, $"the order already has payment {other.Id}", "order_id");

            var now = time.GetUtcNow();
            if (asked.ExpiresAt <= now) return GatewayError.Invalid("must be in the future", "expires_at");
            var cip = $"{FirstCip + db.Next("cip"):D11}";
            var payment = new SandboxPayment(
                SandboxIds.New("pay_", now), asked.OrderId, cip, asked.Currency, asked.Amount, PaymentStatus.Pending, now, asked.ExpiresAt,
                paymentUrl(cip), asked.ReturnUrl, asked.Concept, asked.SellerId, null, 0, 0);
            PaymentRows.Insert(db, payment);
            IdempotencyKeys.Remember(db, key, payment.Id);
            return payment;
        });
    }
}
