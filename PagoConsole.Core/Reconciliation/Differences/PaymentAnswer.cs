using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What PagoEfectivo said of a payment on being asked.</summary>
/// <param name="Status">How the payment stands there; null where it has no such payment.</param>
/// <param name="OrderId">The order that it is for there.</param>
/// <param name="Amount">Its amount, such as <c>1299.90</c>.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="TransactionId">The money that paid it.</param>
/// <param name="PaidAt">When it was paid.</param>
public sealed record PaymentAnswer(GatewayPaymentStatus? Status, string? OrderId, string? Amount, string? Currency, string? TransactionId, DateTimeOffset? PaidAt)
{
    /// <summary>It has no such payment.</summary>
    public static PaymentAnswer None { get; } = new(null, null, null, null, null, null);

    /// <summary>The amount; null where none was said.</summary>
    public Money? Money => Foundation.Currency.TryParse(Currency, out var currency) && Foundation.Money.TryParse(Amount, currency, out var money) ? money : null;

    /// <summary>What an answer says.</summary>
    public static PaymentAnswer Of(GatewayPayment payment) =>
        new(payment.Status, payment.OrderId, payment.Amount.ToWire(), payment.Amount.Currency.Code, payment.TransactionId, payment.PaidAt);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static PaymentAnswer? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<PaymentAnswer>(json);

    /// <summary>As it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);
}
