using System.Globalization;
using System.Text.Json;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Reads the values that PagoEfectivo writes, and takes nothing that the contract does not allow.</summary>
internal static class WireJson
{
    // Longer numbers could be rounded by decimal before anyone sees their third decimal.
    private const int LongestAmount = 24;

    public static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

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
        return hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : null;
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
}
