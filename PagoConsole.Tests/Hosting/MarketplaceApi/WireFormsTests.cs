using PagoConsole.Hosting.MarketplaceApi.Parsing;

namespace PagoConsole.Tests.Hosting.MarketplaceApi;

public sealed class WireFormsTests
{
    [Theory]
    [InlineData("1299.90", 129990)]
    [InlineData("1299.9", 129990)]
    [InlineData("1299", 129900)]
    [InlineData("0.01", 1)]
    [InlineData("1299.900", 129990)]
    [InlineData("12e2", 120000)]
    [InlineData("1.25E+1", 1250)]
    public void An_amount_is_read_exactly(string text, long minor)
    {
        Assert.True(WireForms.TryAmount(text, out var amount));
        Assert.Equal(minor, amount * 100);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("1,299.90")]
    [InlineData("1.299,90")]
    [InlineData("10.999")]
    [InlineData("10.001")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("10.00000000000000000000000000000000001")]
    [InlineData("1e-2")]
    [InlineData("1e40")]
    [InlineData("+5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("１０")]
    [InlineData("S/ 10")]
    public void What_is_no_plain_amount_is_refused(string? text) => Assert.False(WireForms.TryAmount(text, out _));

    [Theory]
    [InlineData("2026-11-22T15:04:05-05:00", "2026-11-22T20:04:05.0000000Z")]
    [InlineData("2026-11-22T20:04:05Z", "2026-11-22T20:04:05.0000000Z")]
    [InlineData("2026-11-22t20:04:05.5z", "2026-11-22T20:04:05.5000000Z")]
    [InlineData("2026-11-22T20:04:05.123456789+00:00", "2026-11-22T20:04:05.1234567Z")]
    [InlineData("2028-02-29T00:00:00+14:00", "2028-02-28T10:00:00.0000000Z")]
    public void An_instant_is_read_with_its_offset(string text, string utc)
    {
        Assert.True(WireForms.TryInstant(text, out var instant));
        Assert.Equal(utc, instant.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22T15:04:05")]
    [InlineData("2026-11-22T15:04-05:00")]
    [InlineData("2026-11-22 15:04:05-05:00")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-11-22T24:00:00Z")]
    [InlineData("2026-11-22T15:04:05+0500")]
    [InlineData("2026-11-22T15:04:05+15:00")]
    [InlineData("2026-11-22T15:04:05Z\n")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("22/11/2026")]
    [InlineData("1795393914")]
    public void What_is_no_instant_of_RFC_3339_is_refused(string? text) => Assert.False(WireForms.TryInstant(text, out _));

    [Theory]
    [InlineData("190.235.12.7", "190.235.12.7")]
    [InlineData("2001:DB8:0:0:0:0:0:7", "2001:db8::7")]
    [InlineData("::1", "::1")]
    [InlineData("::ffff:190.235.12.7", "190.235.12.7")]
    [InlineData("::FFFF:BEEB:0C07", "190.235.12.7")]
    public void An_address_gets_its_canonical_form(string text, string canonical) => Assert.Equal(canonical, WireForms.Ip(text));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.")]
    [InlineData("1.2.3.4.5")]
    [InlineData("999.1.1.1")]
    [InlineData("010.1.1.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("1.2.3.4\n")]
    [InlineData(" 1.2.3.4")]
    [InlineData("1.2.3.4:80")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("2001:db8::/32")]
    [InlineData(":::")]
    [InlineData("localhost")]
    public void What_is_no_address_is_refused(string text) => Assert.Null(WireForms.Ip(text));

    [Theory]
    [InlineData("https://shop.example/thanks")]
    [InlineData("HTTP://shop.example:8080/a?b=c#d")]
    [InlineData("https://tienda.ñandú.pe/gracias")]
    public void An_absolute_web_address_is_taken_as_it_is(string text) => Assert.Equal(text, WireForms.Url(text));

    [Theory]
    [InlineData("")]
    [InlineData("/thanks")]
    [InlineData("//shop.example/thanks")]
    [InlineData("shop.example")]
    [InlineData("http:shop.example")]
    [InlineData("http://")]
    [InlineData("http:///thanks")]
    [InlineData("ftp://shop.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://shop.example/a b")]
    [InlineData("https://shop.example/\n")]
    public void What_is_no_absolute_web_address_is_refused(string text) => Assert.Null(WireForms.Url(text));
}
