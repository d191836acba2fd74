using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Hosting.Network;

namespace PagoConsole.Tests.Hosting;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7/32")]
    [InlineData("::ffff:10.0.0.7", "10.0.0.7/32")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("2001:db8::1", "2001:db8::1/128")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    public void A_proxy_is_an_address_or_a_network(string text, string network)
    {
        Assert.True(NetworkOptions.TryParse(text, out var parsed));
        Assert.Equal(IPNetwork.Parse(network), parsed);
    }

    [Fact]
    public async Task Trusted_proxies_and_no_others_are_believed()
    {
        await using var host = await RunningHost.StartAsync(null, "--Network:TrustedProxies:0=10.0.0.0/8", "--Network:TrustedProxies:1=fd00::1");

        var forwarded = host.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;

        Assert.Equal([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("fd00::1/128")], forwarded.KnownIPNetworks);
        Assert.Empty(forwarded.KnownProxies);
        Assert.Null(forwarded.ForwardLimit);
    }

    [Fact]
    public void What_is_no_proxy_stops_the_start() => Assert.Contains(
        "Network:TrustedProxies:1: takes an address or a network",
        Assert.Throws<SettingsException>(() => ConsoleApp.Build(["--Network:TrustedProxies:0=10.0.0.1", "--Network:TrustedProxies:1=proxy.local"])).Message,
        StringComparison.Ordinal);
}
