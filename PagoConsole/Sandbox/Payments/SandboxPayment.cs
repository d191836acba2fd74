namespace PagoConsole.Sandbox.Payments;

/// <summary>
/// A payable code and what became of it. Amounts are minor units. <paramref name="Received"/> is all money that came in
/// the currency of the first, so that money that comes twice can be refunded twice.
/// </summary>
internal sealed record SandboxPayment(
    string Id, string OrderId, string Cip, string Currency, long Amount, PaymentStatus Status,
    DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string PaymentUrl, string? ReturnUrl, string? Concept, string? SellerId,
    FirstMoney? Paid, long Received, long Refunded)
{
    public bool IsOverdue(DateTimeOffset now) => Status == PaymentStatus.Pending && ExpiresAt <= now;
}

/// <summary>The money that made a payment paid, which need not be what was asked for.</summary>
internal sealed record FirstMoney(DateTimeOffset At, long Amount, string Currency, string Channel, string TransactionId);

internal enum MoneyKind
{
    Payment,
    Refund,
}

/// <summary>One movement of money, in or back.</summary>
internal sealed record Money(MoneyKind Kind, string TransactionId, string Currency, long Amount, string? Channel, DateTimeOffset At);
