using PagoConsole.Hosting.Start;

namespace PagoConsole.Tests.Hosting;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://localhost:41", "http://localhost:41/")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    public void A_wildcard_is_reached_through_loopback(string listening, string reached) =>
        Assert.Equal(reached, FindOwnAddress.Best([listening])?.AbsoluteUri);

    [Fact]
    public void Plain_http_goes_before_https() =>
        Assert.Equal("http://127.0.0.1/", FindOwnAddress.Best(["https://0.0.0.0:443", "http://0.0.0.0:80"])?.AbsoluteUri);

    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://*:5080", true)]
    [InlineData("http://10.0.0.5:5080", true)]
    public void Only_loopback_is_closed_to_other_machines(string listening, bool open) => Assert.Equal(open, WarnOfDemo.IsOpen(listening));

    [Fact]
    public void A_server_without_address_has_none() => Assert.Null(FindOwnAddress.Best([]));
}
