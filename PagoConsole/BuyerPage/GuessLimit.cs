using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using PagoConsole.Core.Foundation;

namespace PagoConsole.BuyerPage;

/// <summary>
/// Addresses of buyers' pages that were asked for and do not exist, by who asks: whoever tries many waits. Pages that exist cost nothing, as many buyers
/// share one address.
/// </summary>
internal sealed class GuessLimit : IDisposable
{
    /// <summary>Wrong ones at once; one more every other second.</summary>
    public const int Most = 30;

    private readonly PartitionedRateLimiter<string> guesses = PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Most,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(2),
            QueueLimit = 0,
        }));

    /// <summary>Whether somebody may still ask.</summary>
    public bool Lets(IPAddress? who)
    {
        using var lease = guesses.AttemptAcquire(NameOf(who), 0);
        return lease.IsAcquired;
    }

    /// <summary>Charges a wrong one.</summary>
    public void Wrong(IPAddress? who) => guesses.AttemptAcquire(NameOf(who)).Dispose();

    public void Dispose() => guesses.Dispose();

    // Whoever has one IPv6 address has the 2^64 beside it.
    private static string NameOf(IPAddress? who)
    {
        if (who is null) return "";
        var plain = Cidr.Plain(who);
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
