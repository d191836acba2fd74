using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Webhooks;

/// <summary>
/// Tells a flood of refused deliveries from a few. Only what is refused is charged, after its signature was found wrong, so a good
/// delivery passes even from an address that floods: many senders can share one. A leaky bucket an address; an address without debt
/// is forgotten, and never more than <see cref="MostAddresses"/> are remembered.
/// </summary>
internal sealed class RefusedFlood(IOptionsMonitor<WebhookOptions> options, TimeProvider time)
{
    public const int MostAddresses = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // Two generations: the older one is dropped whole once it can only hold addresses without debt, or when the younger one is full.
    private readonly Lock gate = new();
    private Dictionary<UInt128, DateTimeOffset> young = [];
    private Dictionary<UInt128, DateTimeOffset> old = [];
    private DateTimeOffset bornAt = time.GetUtcNow();

    /// <summary>How many addresses are remembered.</summary>
    public int Addresses
    {
        get
        {
            lock (gate) return young.Count + old.Count;
        }
    }

    /// <summary>Charges a refused delivery to its sender.</summary>
    /// <returns>How long the sender has to wait, if this was one too many; else null, and the reason may be told.</returns>
    public TimeSpan? Refuse(IPAddress sender)
    {
        var (key, now) = (KeyOf(sender), time.GetUtcNow());
        var cost = Window / options.CurrentValue.RefusedPerMinute;
        lock (gate)
        {
            Age(now);
            var paidOffAt = young.TryGetValue(key, out var debt) || old.TryGetValue(key, out debt) ? debt : now;
            if (paidOffAt < now) paidOffAt = now;
            var wait = paidOffAt + cost - now - Window;
            if (wait > TimeSpan.Zero) return wait;
            young[key] = paidOffAt + cost;
            return null;
        }
    }

    private void Age(DateTimeOffset now)
    {
        if (young.Count < MostAddresses / 2 && now - bornAt < Window) return;
        (old, young, bornAt) = (young, [], now);
    }

    // Whoever has one IPv6 address has the 2^64 beside it.
    private static UInt128 KeyOf(IPAddress sender)
    {
        var plain = Cidr.Plain(sender);
        Span<byte> bytes = stackalloc byte[16];
        plain.TryWriteBytes(bytes, out var length);
        if (plain.AddressFamily == AddressFamily.InterNetworkV6) bytes[8..].Clear();
        else bytes[length..].Fill(0xFF);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
