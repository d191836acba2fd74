using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace PagoConsole.Core.Risk.Places;

/// <summary>
/// Addresses that belong to nobody in particular: private, link-local, carrier-grade NAT, documentation, multicast. A replaced database may
/// well have an entry for them.
/// </summary>
internal static class NotPublic
{
    private static readonly (uint Network, int Bits)[] V4 =
    [
        V4Of("0.0.0.0", 8), V4Of("10.0.0.0", 8), V4Of("100.64.0.0", 10), V4Of("127.0.0.0", 8), V4Of("169.254.0.0", 16),
        V4Of("172.16.0.0", 12), V4Of("192.0.0.0", 24), V4Of("192.0.2.0", 24), V4Of("192.168.0.0", 16), V4Of("198.18.0.0", 15),
        V4Of("198.51.100.0", 24), V4Of("203.0.113.0", 24), V4Of("224.0.0.0", 3),
    ];

    public static bool Contain(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out var length)) return true;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? ContainV4(BinaryPrimitives.ReadUInt32BigEndian(bytes[..length]))
            : ContainV6(BinaryPrimitives.ReadUInt32BigEndian(bytes));
    }

    private static bool ContainV4(uint address)
    {
        foreach (var (network, bits) in V4)
        {
            if ((address ^ network) >> (32 - bits) == 0) return true;
        }

        return false;
    }

    // Of IPv6 only 2000::/3 is given out; 2001:db8::/32 in it is for documents.
    private static bool ContainV6(uint head) => head >> 29 != 1 || head == 0x20010db8;

    private static (uint Network, int Bits) V4Of(string network, int bits) =>
        (BinaryPrimitives.ReadUInt32BigEndian(IPAddress.Parse(network).GetAddressBytes()), bits);
}
