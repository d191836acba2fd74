using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PhoneNumbers;

namespace PagoConsole.Core.Orders;

/// <summary>Normal forms of what identifies a buyer, so that the same thing written otherwise is found again.</summary>
public static class Identifiers
{
    private static readonly string[] DocumentTypes = ["DNI", "CE", "PAS", "RUC"];

    /// <summary>All identifiers that an order carries, in their normal form.</summary>
    public static IEnumerable<(IdentifierKind Kind, string Value)> Of(OrderContent content)
    {
        yield return (IdentifierKind.Account, content.Account.Id);
        if (content.Ip.Length > 0) yield return (IdentifierKind.Ip, Ip(content.Ip)); // it is erased one day
        if (Email(content.Account.Email) is { } email) yield return (IdentifierKind.Email, email);
        if (Phone(content.Account.Phone) is { } phone) yield return (IdentifierKind.Phone, phone);
        if (Document(content.Account.DocumentType, content.Account.DocumentNumber) is { } document)
            yield return (IdentifierKind.Document, document);
        if (content.Device?.Fingerprint is { Length: > 0 } device) yield return (IdentifierKind.Device, device);
        if (Address(content.ShippingAddress) is { } address) yield return (IdentifierKind.Address, address);
        if (content.Seller?.Id is { Length: > 0 } seller) yield return (IdentifierKind.Seller, seller);
    }

    /// <summary>What a text that somebody searches for may be, in the normal form of each kind.</summary>
    public static IEnumerable<(IdentifierKind Kind, string Value)> Readings(string text)
    {
        yield return (IdentifierKind.Account, text);
        yield return (IdentifierKind.Device, text);
        yield return (IdentifierKind.Ip, Ip(text));
        if (Email(text) is { } email) yield return (IdentifierKind.Email, email);
        if (Phone(text) is { } phone) yield return (IdentifierKind.Phone, phone);
        foreach (var type in DocumentTypes)
            if (Document(type, text) is { } document)
                yield return (IdentifierKind.Document, document);
    }

    /// <summary>Small letters, no space around.</summary>
    public static string? Email(string? text) => Filled(text)?.ToLowerInvariant();

    /// <summary>E.164; a number without a country is Peruvian. What is no number keeps its digits.</summary>
    public static string? Phone(string? text)
    {
        if (Filled(text) is not { } filled) return null;
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            return util.Format(util.Parse(filled, "PE"), PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            var digits = new string([.. filled.Where(char.IsAsciiDigit)]);
            return digits.Length > 0 ? digits : null; // not a phone number anywhere; still the same text again is the same
        }
    }

    /// <summary>Letters and digits only, in capitals, behind the document's type (DNI where none is told).</summary>
    public static string? Document(string? type, string? number)
    {
        if (Filled(number) is not { } filled) return null;
        var plain = new string([.. filled.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        return plain.Length > 0 ? $"{Filled(type)?.ToUpperInvariant() ?? "DNI"}:{plain}" : null;
    }

    /// <summary>An IPv4 address as it is (also when mapped into IPv6); of an IPv6 one the network of 64 bits.</summary>
    public static string Ip(string text)
    {
        if (!IPAddress.TryParse(text, out var address)) return text;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    /// <summary>Small letters without accents, usual words in one form (Av., Jr., Ca., Nro.), single spaces.</summary>
    public static string? Address(OrderAddress? address)
    {
        if (address is null || Filled(address.Line1) is null) return null;
        string?[] parts = [address.Line1, address.Line2, address.District, address.Province, address.Country];
        var words = parts.SelectMany(part => Plain(part).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(OneForm).Where(w => w.Length > 0);
        return string.Join(' ', words);
    }

    private static string OneForm(string word) => word switch
    {
        "avenida" or "avda" => "av",
        "jiron" => "jr",
        "calle" or "cl" => "ca",
        "pasaje" or "psje" => "pj",
        "departamento" or "depto" or "dpto" or "interior" or "int" => "dp",
        "numero" or "nro" or "num" or "no" => "",
        "urbanizacion" => "urb",
        "manzana" => "mz",
        "lote" => "lt",
        _ => word,
    };

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        var numbered = (text ?? "").Replace("n°", "nro ", StringComparison.OrdinalIgnoreCase).Replace("nº", "nro ", StringComparison.OrdinalIgnoreCase);
        foreach (var c in numbered.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return plain.ToString();
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
