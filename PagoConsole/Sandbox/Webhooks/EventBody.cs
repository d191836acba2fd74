using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Sandbox.Payments;

namespace PagoConsole.Sandbox.Webhooks;

/// <summary>The text of one event. It is written once: each delivery, also after days, carries the same bytes.</summary>
internal static class EventBody
{
    private static readonly JsonSerializerOptions Options = new(WireFormat.SnakeCase)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>With the money that moved, if any did; otherwise with what was asked for.</summary>
    public static string Write(string eventId, string requestId, string type, DateTimeOffset at, SandboxPayment payment, Money? money)
    {
        var paidAt = money is { Kind: MoneyKind.Payment } ? money.At : payment.Paid?.At;
        return JsonSerializer.Serialize(new Message(eventId, type, WireFormat.Instant(at), requestId, new(
            payment.Id, payment.OrderId, payment.Cip, payment.Status.OnTheWire(), WireFormat.Amount(money?.Amount ?? payment.Amount),
            money?.Currency ?? payment.Currency, paidAt is { } paid ? WireFormat.Instant(paid) : null,
            money is { Kind: MoneyKind.Refund } ? WireFormat.Instant(money.At) : null,
            money?.Channel, money?.TransactionId)), Options);
    }

    private sealed record Message(string EventId, string Type, string CreatedAt, string RequestId, Data Data);

    private sealed record Data(
        string PaymentId, string OrderId, string Cip, string Status, string Amount, string Currency, string? PaidAt, string? RefundedAt,
        string? Channel, string? TransactionId);
}
