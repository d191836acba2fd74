using System.Text;
using Microsoft.Extensions.Configuration;
using PagoConsole.Sandbox;
using PagoConsole.Sandbox.Gateway;

namespace PagoConsole.Tests.Sandbox;

/// <summary>The expected signatures were made outside .NET, with Python's hmac, from the contract's words.</summary>
public sealed class RequestSignatureTests
{
    private const string Body = """{"order_id":"MP-10001","amount":"1299.90","currency":"PEN"}""";
    private const string Genuine = "9bf2014326d9852f863e3af86d1bdbf87cfc467c25fc6c9a4188c580e162cfa2";
    private const string Path = "/sandbox/pagoefectivo/api/v1/payment";
    private const long SignedAt = 1795377845;

    private static readonly SandboxCredentials Credentials = new(new ConfigurationBuilder().Build());

    [Fact]
    public void Of_FrozenRequests_MatchesTheVectors()
    {
        Assert.Equal(Genuine, RequestSignature.Of("demo-secret-key", "1795377845", "POST", Path, Encoding.UTF8.GetBytes(Body)));
        Assert.Equal(
            "a7aef338c313d093cbbb86bc156a1a83cc9d300d347dde4fbbe3d0a50c398879",
            RequestSignature.Of("demo-secret-key", "1795377845", "GET", "/sandbox/pagoefectivo/api/v1/report?date=2026-11-22", []));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void Check_GenuineAndFresh_IsAccepted(int clockAhead) => Assert.Null(Check(Request(), clockAhead));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    public void Check_ClockTooFarAway_NamesTheTimestamp(int clockAhead) =>
        Assert.Equal((GatewayCode.SignatureError, "X-Timestamp"), CodeAndField(Check(Request(), clockAhead)));

    [Fact]
    public void Check_AnythingChanged_IsRefused()
    {
        Assert.Equal("X-Client-Id", Check(Request() with { ClientId = "someone" })?.Field);
        Assert.Equal("X-Timestamp", Check(Request() with { Timestamp = "now" })?.Field);
        Assert.Equal("X-Timestamp", Check(Request() with { Timestamp = null })?.Field);
        Assert.Equal("X-Signature", Check(Request() with { Timestamp = "1795377846" })?.Field);
        Assert.Equal("X-Signature", Check(Request() with { Method = "PUT" })?.Field);
        Assert.Equal("X-Signature", Check(Request() with { PathAndQuery = Path + "?a=1" })?.Field);
        Assert.Equal("X-Signature", Check(Request() with { Body = Encoding.UTF8.GetBytes(Body + " ") })?.Field);
        Assert.Equal("X-Signature", Check(Request() with { Signature = Genuine.ToUpperInvariant() })?.Field);
        Assert.Equal("X-Signature", Check(Request() with { Signature = null })?.Field);
    }

    private static SignedRequest Request() => new("demo-client", "1795377845", Genuine, "POST", Path, Encoding.UTF8.GetBytes(Body));

    private static GatewayError? Check(SignedRequest request, int clockAhead = 0) => RequestSignature.Check(
        request, Credentials, DateTimeOffset.FromUnixTimeSeconds(SignedAt + clockAhead), TimeSpan.FromMinutes(5));

    private static (GatewayCode, string?) CodeAndField(GatewayError? error) => (error!.Code, error.Field);
}
