using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Foundation;

public sealed class StandardWebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1614265330;
    private const string Body = """{"test": 2432232314}""";

    [Fact]
    public void The_published_vector_holds() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", StandardWebhookSignature.Of([Secret], Id, Timestamp, Body));

    [Fact]
    public void Each_secret_signs_so_that_one_can_be_changed()
    {
        string[] secrets = [Secret, MarketplaceOptions.DemoCallbackSecret];

        var signatures = StandardWebhookSignature.Of(secrets, Id, Timestamp, Body);

        Assert.Equal(2, signatures.Split(' ').Length);
        Assert.All(secrets, secret => Assert.True(Signatures.CallbackIsGenuine(secret, Id, $"{Timestamp}", Body, signatures)));
    }

    [Fact]
    public void Text_is_signed_as_UTF_8()
    {
        const string Accents = """{"name": "Ñusta 阿娜 🧾"}""";

        Assert.True(Signatures.CallbackIsGenuine(Secret, Id, $"{Timestamp}", Accents, StandardWebhookSignature.Of([Secret], Id, Timestamp, Accents)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_not base64")]
    [InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void What_is_no_secret_signs_nothing(string secret)
    {
        Assert.Null(StandardWebhookSignature.KeyOf(secret));
        Assert.Throws<ArgumentException>(() => StandardWebhookSignature.Of([secret], Id, Timestamp, Body));
    }
}
