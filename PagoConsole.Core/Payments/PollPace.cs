using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Payments;

/// <summary>How fast this node asks PagoEfectivo about payments that nobody is waiting for: <c>Payments:PollsPerSecond</c>, in real time.</summary>
internal sealed class PollPace : IDisposable
{
    private const int QueueLimit = 1000;
    private readonly TokenBucketRateLimiter limiter;

    public PollPace(IOptions<PaymentOptions> options)
    {
        var rate = options.Value.PollsPerSecond;
        limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = rate,
            TokensPerPeriod = Math.Max(1, rate / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, rate / 10) / (double)rate),
            QueueLimit = QueueLimit,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Waits for its turn.</summary>
    public async ValueTask WaitAsync(CancellationToken ct)
    {
        using var turn = await limiter.AcquireAsync(1, ct);
    }

    public void Dispose() => limiter.Dispose();
}
