using System.Net;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Foundation;

public sealed class CidrTests
{
    [Theory]
    [InlineData("203.0.113.0/24", "203.0.113.255", true)]
    [InlineData("203.0.113.0/24", "203.0.114.0", false)]
    [InlineData("203.0.113.0/24", "::ffff:203.0.113.9", true)]
    [InlineData("203.0.113.7/32", "203.0.113.7", true)]
    [InlineData("203.0.113.7/32", "203.0.113.8", false)]
    [InlineData("0.0.0.0/0", "8.8.8.8", true)]
    [InlineData("0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("2001:db8::/32", "2001:db9::1", false)]
    [InlineData("::1/128", "::1", true)]
    [InlineData("127.0.0.0/8", "::1", false)]
    [InlineData("::ffff:203.0.113.0/120", "203.0.113.9", true)]
    [InlineData("::ffff:203.0.113.0/120", "::ffff:203.0.113.9", true)]
    public void A_network_has_its_addresses_and_no_others(string text, string address, bool inside)
    {
        Assert.True(Cidr.TryParse(text, out var network));
        Assert.Equal(inside, new[] { network }.Contain(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("203.0.113.7")]
    [InlineData("203.0.113.7/24")]
    [InlineData("203.0.113.0/33")]
    [InlineData("203.0.113.0/-1")]
    [InlineData("10/8")]
    [InlineData("2001:db8::1/32")]
    [InlineData("sandbox.example/24")]
    [InlineData("203.0.113.0/24,198.51.100.0/24")]
    public void What_is_not_exactly_a_network_is_none(string? text) => Assert.False(Cidr.TryParse(text, out _));
}
