using PagoConsole.Core.Marketplace;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Marketplace;

public sealed class MarketplaceOptionsTests
{
    private const string LongSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly SettingsUnderTest Section = new("Marketplace", services => services.AddMarketplace());

    private static readonly (string Key, string Value)[] Real =
        [("ApiKey", "a-key-of-our-own"), ("CallbackUrl", "https://shop.example/callbacks"), ("CallbackSecrets:0", LongSecret)];

    [Fact]
    public void Nothing_configured_is_the_contracts_default()
    {
        var options = Section.Read<MarketplaceOptions>();

        Assert.Equal(("demo-marketplace-key", null, 500), (options.ApiKey, options.CallbackUrl, options.RateLimitPerSecond));
        Assert.Equal(["whsec_ZGVtby1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ=="], options.Secrets);
    }

    [Fact]
    public void Configured_secrets_replace_the_demo_one() =>
        Assert.Equal([LongSecret], Section.Read<MarketplaceOptions>(("CallbackSecrets:0", LongSecret)).Secrets);

    [Fact]
    public void Every_fault_is_told_at_once_by_its_key() =>
        Assert.Equal(
            ["Marketplace:ApiKey", "Marketplace:CallbackSecrets:1", "Marketplace:CallbackUrl", "Marketplace:RateLimitPerSecond"],
            Section.KeysAtFault(
                false,
                ("ApiKey", "with a space"), ("CallbackUrl", "shop.example"), ("CallbackSecrets:0", LongSecret), ("CallbackSecrets:1", "plain"),
                ("RateLimitPerSecond", "0")));

    [Fact]
    public void A_number_that_is_none_is_a_fault() =>
        Assert.Equal(["Marketplace:RateLimitPerSecond"], Section.KeysAtFault(false, ("RateLimitPerSecond", "many")));

    [Fact]
    public void Demo_values_and_the_sandbox_do_not_start_in_production()
    {
        Assert.Equal(["Marketplace:ApiKey", "Marketplace:CallbackSecrets:0", "Marketplace:CallbackUrl"], Section.KeysAtFault(true));
        Assert.Equal(["Marketplace:ApiKey", "Marketplace:CallbackSecrets:1"], Section.KeysAtFault(true, [.. Real[1..], ("ApiKey", "short"), ("CallbackSecrets:1", "whsec_c2hvcnQ=")]));
        Assert.Empty(Section.KeysAtFault(true, Real));
    }

    [Fact]
    public void Production_may_have_keys_from_the_console_only() => Assert.Empty(Section.KeysAtFault(true, [.. Real[1..], ("ApiKey", "")]));

    [Fact]
    public void No_fault_repeats_a_secret() =>
        Assert.All(Section.Faults(true, ("ApiKey", "a secret")), fault =>
        {
            Assert.DoesNotContain("a secret", fault, StringComparison.Ordinal);
            Assert.DoesNotContain("demo-", fault, StringComparison.Ordinal);
            Assert.DoesNotContain("whsec_ZGV", fault, StringComparison.Ordinal);
        });
}
