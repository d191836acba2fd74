using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>Documents by their hash: an address or a log never holds the number itself.</summary>
public static class DocumentHash
{
    private const int Length = 16;

    /// <summary>Reads 32 hexadecimal digits.</summary>
    public static byte[]? Parse(string? text)
    {
        if (text is not { Length: Length * 2 } || !text.All(char.IsAsciiHexDigit)) return null;
        return Convert.FromHexString(text);
    }

    /// <summary>The hashes that a text may stand for: a number under each type of document, one with its type before it, or a hash.</summary>
    public static IReadOnlyList<byte[]> Readings(string text)
    {
        var trimmed = text.Trim();
        if (Parse(trimmed) is { } hash) return [hash];
        var parts = trimmed.Split([' ', ':'], 2, StringSplitOptions.RemoveEmptyEntries);
        var typed = parts.Length == 2 && parts[0].All(char.IsAsciiLetter) ? Identifiers.Document(parts[0], parts[1]) : null;
        var values = typed is not null ? [typed] : Identifiers.Readings(trimmed).Where(r => r.Kind == IdentifierKind.Document).Select(r => r.Value);
        return [.. values.Select(value => OrderIdentifier.HashOf(IdentifierKind.Document, value))];
    }
}
