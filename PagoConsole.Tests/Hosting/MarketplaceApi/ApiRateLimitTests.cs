using Microsoft.Extensions.Options;
using PagoConsole.Core.Marketplace;
using PagoConsole.Hosting.MarketplaceApi;

namespace PagoConsole.Tests.Hosting.MarketplaceApi;

public sealed class ApiRateLimitTests
{
    [Fact]
    public void Each_key_has_two_seconds_worth_of_calls_at_once()
    {
        using var limit = new ApiRateLimit(Options.Create(new MarketplaceOptions { RateLimitPerSecond = 3 }));

        Assert.All(Enumerable.Range(0, 6), _ => Assert.Null(limit.Take("one")));
        Assert.InRange(limit.Take("one")!.Value, TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
        Assert.Null(limit.Take("two"));
    }
}
