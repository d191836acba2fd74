using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Webhooks;

/// <summary>Reads the body of a delivery, or says which field is at fault.</summary>
internal static class WebhookParser
{
    public static Result<WebhookMessage> Parse(ReadOnlyMemory<byte> body)
    {
        using var document = WireJson.Parse(body);
        return document is null
            ? Fault(null, "the body is not a JSON object in UTF-8 without doubled names, deep nesting, NUL or half characters")
            : Read(document.RootElement);
    }

    private static Result<WebhookMessage> Read(JsonElement root)
    {
        if (Name(root, "event_id") is not { } eventId) return NoName("event_id");
        if (Name(root, "type") is not { } type) return NoName("type");
        if (!root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            return Fault("data", "must be an object");
        if (Name(data, "payment_id") is not { } paymentId) return NoName("data.payment_id");
        if (IsTooLong(data, "transaction_id")) return Fault("data.transaction_id", $"must have at most {WebhookMessage.LongestName} characters");

        var amount = data.Money("amount", "currency");
        if (type == WebhookMessage.Paid)
        {
            if (!Currency.TryParse(data.Text("currency"), out _)) return Fault("data.currency", "must be a currency code of three letters");
            if (amount is not { Minor: >= 0 })
                return Fault("data.amount", "must be a number or text, not negative, with at most two decimals");
        }

        return new WebhookMessage
        {
            EventId = eventId,
            Type = type,
            PaymentId = paymentId,
            CreatedAt = root.Instant("created_at"),
            RequestId = Name(root, "request_id"),
            OrderId = Name(data, "order_id"),
            Cip = Name(data, "cip"),
            Status = Name(data, "status"),
            Amount = amount,
            PaidAt = data.Instant("paid_at"),
            Channel = Name(data, "channel"),
            TransactionId = TransactionOf(data),
        };
    }

    private static string? Name(JsonElement owner, string name) => owner.Text(name, WebhookMessage.LongestName);

    // It tells one sum of money from another, so a number is taken too, rather than to see two sums as one.
    private static string? TransactionOf(JsonElement data) =>
        data.TryGetProperty("transaction_id", out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetRawText()
            : Name(data, "transaction_id");

    private static bool IsTooLong(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
        && (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).Length > WebhookMessage.LongestName;

    private static Refusal NoName(string field) =>
        Fault(field, $"must be a text that is not empty, with at most {WebhookMessage.LongestName} characters");

    private static Refusal Fault(string? field, string reason) => new(RefusalCode.Invalid, field, reason);
}
