using System.Net;
using System.Net.Sockets;

namespace PagoConsole.Core.Foundation;

/// <summary>
/// Networks in CIDR form, IPv4 and IPv6. An IPv4 address that arrives on an IPv6 socket (<c>::ffff:a.b.c.d</c>) counts as what it is.
/// </summary>
public static class Cidr
{
    private const int MappedPrefix = 96;

    /// <summary>
    /// Reads <c>203.0.113.0/24</c> or <c>2001:db8::/32</c>. Stricter than the framework, which takes <c>10/8</c> for a part of 0.0.0.0/8 and
    /// quietly drops host bits: a network that lets people in is written as it is meant.
    /// </summary>
    public static bool TryParse(string? text, out IPNetwork network)
    {
        network = default;
        if (text is null || !IPNetwork.TryParse(text, out var read) || !IPAddress.TryParse(text[..text.IndexOf('/', StringComparison.Ordinal)], out var written))
            return false;
        if (!read.BaseAddress.Equals(written)) return false;
        if (written.AddressFamily == AddressFamily.InterNetwork && text.Count(c => c == '.') != 3) return false;
        network = !written.IsIPv4MappedToIPv6 ? read
            : read.PrefixLength >= MappedPrefix ? new IPNetwork(written.MapToIPv4(), read.PrefixLength - MappedPrefix)
            : read;
        return true;
    }

    /// <summary>The address as networks are compared with: an IPv4 address inside IPv6 is taken out.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>Whether any of the networks has the address.</summary>
    public static bool Contain(this IEnumerable<IPNetwork> networks, IPAddress address)
    {
        var plain = Plain(address);
        return networks.Any(network => network.Contains(plain));
    }
}
