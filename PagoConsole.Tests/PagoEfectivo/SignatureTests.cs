using System.Text;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Rest;

namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>Vectors made with another program from the words of the contract; they never change.</summary>
public sealed class SignatureTests
{
    private const string Delivery =
        """{"event_id":"evt_1","type":"payment.paid","data":{"payment_id":"pay_1","amount":"1299.90","currency":"PEN"}}""";
    private const string ByDemoSecret = "32311488e2578162898e8090c88bb73276eb67f8d0582bb90420c408b842a819";
    private const string ByNextSecret = "d4e688bc9a76fb12348c4f569550b2fd0e0d3671f3a3b3e9466a1923eaca4d0a";

    [Theory]
    [InlineData("demo-secret-key", 1795896903, "POST", "/sandbox/pagoefectivo/api/v1/payment",
        """{"order_id":"MP-10001","amount":1299.90,"currency":"PEN"}""", "82c7fe4b03ba72ff90597f4d57edd2452bdf9ed2475380cba1093b4abbf250e4")]
    [InlineData("demo-secret-key", 1795896903, "GET", "/api/v1/report?date=2026-11-22",
        "", "6de1b367cc3f5b3f94f44e536bdb0220ff8f34b7ad359962b9eda4065eb4d6d0")]
    [InlineData("clave-ñandú", 1, "POST", "/a/b?c=d%20e",
        """{"concept":"Compra en Lima — 你好"}""", "c5904f8b6a7a5a53ed1cffff35fdfde5b29732ca84df53eb9e36abe736c7f2dc")]
    public void Request_signature_is_that_of_the_contract(
        string secret, long timestamp, string method, string target, string body, string expected) =>
        Assert.Equal(expected, RestSignature.Of(secret, timestamp, method, target, Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("demo-webhook-secret", Delivery, ByDemoSecret)]
    [InlineData("next-secret", Delivery, ByNextSecret)]
    [InlineData("demo-webhook-secret", "", "da7b2c41378f7d4e0bcec62a3b71eb85038baca8fe2c62666320bf5f2cc38e37")]
    public void Webhook_signature_is_that_of_the_contract(string secret, string body, string expected) =>
        Assert.Equal(expected, WebhookSignature.Of(secret, Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData(ByDemoSecret)]
    [InlineData(ByNextSecret)]
    public void Webhook_signed_with_any_of_the_secrets_is_valid(string signature) =>
        Assert.True(IsValid(signature, Delivery, "demo-webhook-secret", "next-secret"));

    [Fact]
    public void Webhook_signed_with_a_withdrawn_secret_is_not_valid() =>
        Assert.False(IsValid(ByDemoSecret, Delivery, "next-secret"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("32311488")]
    [InlineData("32311488E2578162898E8090C88BB73276EB67F8D0582BB90420C408B842A819")]
    [InlineData("v1=32311488e2578162898e8090c88bb73276eb67f8d0582bb90420c408b842a819")]
    [InlineData("32311488e2578162898e8090c88bb73276eb67f8d0582bb90420c408b842a81ñ")]
    public void Anything_but_the_lowercase_hex_of_it_is_not_valid(string? signature) =>
        Assert.False(IsValid(signature, Delivery, "demo-webhook-secret"));

    [Fact]
    public void Webhook_with_one_byte_changed_is_not_valid() =>
        Assert.False(IsValid(ByDemoSecret, Delivery.Replace("1299.90", "1299.91", StringComparison.Ordinal), "demo-webhook-secret"));

    [Fact]
    public void No_secret_and_an_empty_secret_validate_nothing()
    {
        var byEmpty = WebhookSignature.Of("", Encoding.UTF8.GetBytes(Delivery));

        Assert.False(IsValid(byEmpty, Delivery));
        Assert.False(IsValid(byEmpty, Delivery, ""));
    }

    private static bool IsValid(string? signature, string body, params string[] secrets) =>
        WebhookSignature.IsValid(signature, Encoding.UTF8.GetBytes(body), secrets);
}
