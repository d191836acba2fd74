using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>Calls that one API key may make on this node: a bucket that fills at the configured rate and holds two seconds' worth.</summary>
internal sealed class ApiRateLimit(IOptions<MarketplaceOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> buckets = PartitionedRateLimiter.Create<string, string>(keyId =>
        RateLimitPartition.GetTokenBucketLimiter(keyId, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = 2 * options.Value.RateLimitPerSecond,
            TokensPerPeriod = options.Value.RateLimitPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        }));

    /// <summary>Takes one call.</summary>
    /// <returns>Null if there was one; else how long to wait.</returns>
    public TimeSpan? Take(string keyId)
    {
        using var lease = buckets.AttemptAcquire(keyId);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => buckets.Dispose();
}
