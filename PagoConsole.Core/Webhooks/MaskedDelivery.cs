using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PagoConsole.Core.Webhooks;

/// <summary>
/// A delivery as those see it who have not said why they need it whole: of a signed one what the contract has stands as it came; whatever else a
/// body or a header says can be personal, and of an unsigned one everything.
/// </summary>
public static class MaskedDelivery
{
    private const string Hidden = "•••";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "event_id", "type", "created_at", "request_id", "data", "payment_id", "order_id", "cip", "status", "amount", "currency", "paid_at", "expires_at",
        "cancelled_at", "refunded_at", "refunded_amount", "refund_id", "channel", "transaction_id", "reason",
    };

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Connection", "Content-Length", "Content-Type", "Date", "Host", "Idempotency-Key", "X-Signature", "X-Timestamp", "X-Event-Id", "traceparent",
    };

    /// <summary>Masks it.</summary>
    public static RawDelivery Of(RawDelivery raw) => raw with { Body = BodyOf(raw), Headers = HeadersOf(raw.Headers), Masked = true };

    private static byte[] BodyOf(RawDelivery raw)
    {
        if (raw.Body.Length == 0) return raw.Body;
        try
        {
            if (JsonNode.Parse(raw.Body) is { } body) return Encoding.UTF8.GetBytes(Masked(null, body, raw.SignatureValid).ToJsonString(Json));
        }
        catch (JsonException)
        {
            // It is no JSON: nothing of it can be told apart.
        }

        return Encoding.UTF8.GetBytes(Hidden);
    }

    private static JsonNode Masked(string? name, JsonNode? value, bool signed) => value switch
    {
        JsonObject owner => new JsonObject(owner.Select(member => KeyValuePair.Create(signed || Members.Contains(member.Key) ? member.Key : $"{Hidden}{member.Key.Length}", (JsonNode?)Masked(member.Key, member.Value, signed))).DistinctBy(member => member.Key)),
        JsonArray items => new JsonArray([.. items.Select(item => (JsonNode?)Masked(name, item, signed))]),
        null => JsonValue.Create((string?)null)!,
        _ => signed && name is not null && Members.Contains(name) ? value.DeepClone() : JsonValue.Create(Hidden)!,
    };

    private static string HeadersOf(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject headers) return "{}";
        return new JsonObject(headers.Select(header => KeyValuePair.Create(header.Key, Headers.Contains(header.Key) ? header.Value?.DeepClone() : JsonValue.Create(Hidden)))).ToJsonString(Json);
    }
}
