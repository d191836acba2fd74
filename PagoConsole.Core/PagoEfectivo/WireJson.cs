using System.Text.Json;
using System.Text.Unicode;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Reads the values that PagoEfectivo writes, and takes nothing that the contract does not allow.</summary>
internal static class WireJson
{
    // Longer numbers could be rounded by decimal before anyone sees their third decimal.
    private const int LongestAmount = 24;

    private const int Deepest = 16;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>
    /// Reads a JSON object, or gives null. Whatever passes can be stored and shown: UTF-8, no NUL (PostgreSQL has no place for it), no half
    /// characters, no name twice, nothing deep.
    /// </summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            if (!Utf8.IsValid(body.Span) || HasUnstorableText(body.Span)) return null;
            var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member that is a non-empty string of at most so many characters, else null.</summary>
    public static string? Text(this JsonElement owner, string name, int longest = 512)
    {
        if (!owner.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        var text = value.GetString();
        return string.IsNullOrWhiteSpace(text) || text.Length > longest ? null : text;
    }

    /// <summary>A member that is an RFC 3339 instant with its offset, else null.</summary>
    public static DateTimeOffset? Instant(this JsonElement owner, string name)
    {
        if (owner.Text(name, 40) is not { Length: > 19 } text) return null;
        var hasOffset = text[^1] is 'Z' or 'z' || (text[^3] == ':' && text[^6] is '+' or '-');
        return hasOffset && owner.GetProperty(name).TryGetDateTimeOffset(out var instant) ? instant : null;
    }

    /// <summary>An amount, as JSON number or string, in a currency of three letters; else null.</summary>
    public static Money? Money(this JsonElement owner, string amount, string currency)
    {
        if (!Currency.TryParse(owner.Text(currency, 3), out var unit) || !owner.TryGetProperty(amount, out var value)) return null;
        return Amount(value, unit);
    }

    public static Money? Amount(JsonElement value, Currency unit)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString(),
            _ => null,
        };
        if (text is not { Length: <= LongestAmount } || !text.All(c => char.IsAsciiDigit(c) || c is '.' or '-')) return null;
        return Foundation.Money.TryParse(text, unit, out var money) ? money : null;
    }

    // In valid UTF-8 only an escape can stand for either.
    private static bool HasUnstorableText(ReadOnlySpan<byte> body)
    {
        if (!body.Contains((byte)'\\')) return false;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                if (reader.GetString()!.Contains('\0', StringComparison.Ordinal)) return true;
            }
            catch (InvalidOperationException)
            {
                // What the reader throws at half a surrogate pair.
                return true;
            }
        }

        return false;
    }
}
