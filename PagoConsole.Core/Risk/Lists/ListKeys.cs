using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>The hashes under which lists are searched for an order; they are those of its identifiers where it has one of the same kind.</summary>
public static class ListKeys
{
    /// <summary>The widest network that an entry may name: 8 bits of IPv4, 16 of IPv6.</summary>
    public const int WidestV4 = 8, WidestV6 = 16;

    private static readonly (ListedKind Listed, IdentifierKind Kind)[] Shared =
    [
        (ListedKind.Account, IdentifierKind.Account), (ListedKind.Phone, IdentifierKind.Phone), (ListedKind.Document, IdentifierKind.Document),
        (ListedKind.Device, IdentifierKind.Device), (ListedKind.Address, IdentifierKind.Address),
    ];

    /// <summary>The hash of a normal form.</summary>
    public static byte[] HashOf(ListedKind kind, string normalised) =>
        Shared.Where(s => s.Listed == kind).Select(s => (IdentifierKind?)s.Kind).FirstOrDefault() is { } shared
            ? OrderIdentifier.HashOf(shared, normalised)
            : SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{normalised}"))[..16];

    /// <summary>All hashes under which an order may be listed.</summary>
    public static IReadOnlyList<byte[]> Of(OrderSubject order)
    {
        List<byte[]> keys = [.. Shared.Where(s => order.Has(s.Kind)).Select(s => order.Keys[s.Kind])];
        if (order.EmailDomain is { } domain) keys.Add(HashOf(ListedKind.EmailDomain, domain));
        if (IPAddress.TryParse(order.Ip, out var address)) keys.AddRange(NetworksOf(address).Select(network => HashOf(ListedKind.IpRange, network)));
        return keys;
    }

    /// <summary>The normal form of an address or network, such as <c>190.235.0.0/16</c>; null if it is none, or wider than may be listed.</summary>
    public static string? Network(string text)
    {
        var parts = text.Trim().Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address)) return null;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var (widest, whole) = Limits(address);
        var bits = whole;
        if (parts.Length == 2 && !int.TryParse(parts[1], out bits)) return null;
        if (bits < widest || bits > whole || !Lengths(address).Contains(bits)) return null;
        return Cut(address, bits);
    }

    private static IEnumerable<string> NetworksOf(IPAddress given)
    {
        var address = given.IsIPv4MappedToIPv6 ? given.MapToIPv4() : given;
        return Lengths(address).Select(bits => Cut(address, bits));
    }

    // Of IPv6 only lengths on a border of four bits up to a subscriber's /64, and whole addresses: networks are handed out so.
    private static IEnumerable<int> Lengths(IPAddress address)
    {
        var (widest, whole) = Limits(address);
        return whole == 32
            ? Enumerable.Range(widest, whole - widest + 1)
            : Enumerable.Range(0, ((64 - widest) / 4) + 1).Select(i => widest + (4 * i)).Append(whole);
    }

    private static (int Widest, int Whole) Limits(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork ? (WidestV4, 32) : (WidestV6, 128);

    private static string Cut(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(bits - (8 * i), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - kept));
        }

        return $"{new IPAddress(bytes)}/{bits}";
    }
}
