using System.Text.Json;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>Fields of a JSON body, read one after the other; the first fault found is kept.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _body;

    private JsonFields(JsonElement body) => _body = body;

    public GatewayError? Error { get; private set; }

    public static (JsonFields? Fields, GatewayError? Error) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (new JsonFields(document.RootElement.Clone()), null)
                : (null, GatewayError.Invalid("the body must be a JSON object"));
        }
        catch (JsonException)
        {
            return (null, GatewayError.Invalid("the body is not JSON"));
        }
    }

    public void Refuse(string field, string reason) => Error ??= GatewayError.Invalid(reason, field);

    public string RequiredText(string name, int most)
    {
        var text = OptionalText(name, most);
        if (string.IsNullOrEmpty(text)) Refuse(name, "is required");
        return text ?? "";
    }

    public string? OptionalText(string name, int most)
    {
        if (Find(name) is not { } value) return null;
        if (Text(value) is not { } text) Refuse(name, "must be text");
        else if (text.Length > most) Refuse(name, $"must have at most {most} characters");
        else return text;
        return null;
    }

    public long RequiredAmount(string name)
    {
        var amount = OptionalAmount(name);
        if (amount is null) Refuse(name, "is required");
        return amount ?? 0;
    }

    public long? OptionalAmount(string name)
    {
        if (Find(name) is not { } value) return null;
        if (WireFormat.Minor(value) is { } amount) return amount;
        Refuse(name, "must be a number above zero with at most two decimals");
        return null;
    }

    public DateTimeOffset RequiredInstant(string name)
    {
        var text = RequiredText(name, 40);
        if (WireFormat.ParseInstant(text) is { } at) return at;
        Refuse(name, "must be an RFC 3339 instant with an offset");
        return default;
    }

    public void OptionalObject(string name)
    {
        if (Find(name) is { ValueKind: not JsonValueKind.Object }) Refuse(name, "must be an object");
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: valid as JSON, but no text.
            return null;
        }
    }

    private JsonElement? Find(string name) =>
        _body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
