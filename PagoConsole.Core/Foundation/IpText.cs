using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace PagoConsole.Core.Foundation;

/// <summary>IP addresses as text. Nothing is guessed: .NET's own parser takes more than an address (octal, one number, two parts).</summary>
public static partial class IpText
{
    /// <summary>The canonical form of an address; IPv4 also where it comes mapped into IPv6. Null where it is none.</summary>
    public static string? Canonical(string text)
    {
        var isPlain = text.Contains(':', StringComparison.Ordinal) ? text.All(c => char.IsAsciiHexDigit(c) || c is ':' or '.') : DottedQuad().IsMatch(text);
        if (!isPlain || !IPAddress.TryParse(text, out var address)) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 ? address.ToString() : null;
    }

    [GeneratedRegex(@"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\z)|\z)){4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DottedQuad();
}
