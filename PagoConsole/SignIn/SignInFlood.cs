using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;

namespace PagoConsole.SignIn;

/// <summary>Refused sign-ins of each address in a minute. Only refused ones count, so nobody is kept out by colleagues behind the same address who sign in.</summary>
internal sealed class SignInFlood(IOptions<SigningInOptions> options) : IDisposable
{
    private const int NetworkBytes = 8; // a household has a /64 of IPv6 to itself

    private readonly PartitionedRateLimiter<string> refused = PartitionedRateLimiter.Create<string, string>(source =>
        RateLimitPartition.GetFixedWindowLimiter(source, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.RefusedPerMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>Who calls, as the log keeps it.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? Cidr.Plain(address).ToString() : "unknown";

    /// <summary>Whether a caller is not looked at for the rest of the minute.</summary>
    public bool IsFull(HttpContext context)
    {
        using var lease = refused.AttemptAcquire(SourceOf(context), permitCount: 0);
        return !lease.IsAcquired;
    }

    /// <summary>One more that was refused.</summary>
    public void Count(HttpContext context) => refused.AttemptAcquire(SourceOf(context)).Dispose();

    public void Dispose() => refused.Dispose();

    private static string SourceOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "unknown";
        var plain = Cidr.Plain(address);
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, NetworkBytes)) : plain.ToString();
    }
}
