using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.PagoEfectivo;

public sealed class PagoEfectivoOptionsTests
{
    private static readonly SettingsUnderTest Section = new("PagoEfectivo", services => services.AddPagoEfectivo());

    private static readonly (string Key, string Value)[] Sandbox =
    [
        ("Environment", "sandbox"), ("BaseUrl", "https://sandbox.example/v2"), ("ClientId", "c"), ("SecretKey", "k"),
        ("WebhookSecrets:0", "w"), ("AllowedNetworks:0", "203.0.113.0/24"),
    ];

    [Fact]
    public void Nothing_configured_is_the_embedded_sandbox_with_its_demo_secrets()
    {
        var options = Read();

        Assert.Equal((GatewayEnvironment.Embedded, GatewayContract.Rest), (options.Environment, options.Contract));
        Assert.Equal(("", "demo-client", "demo-secret-key", 5), (options.BaseUrl, options.ClientId, options.SecretKey, options.TimeoutSeconds));
        Assert.Equal(["demo-webhook-secret"], options.WebhookSecrets);
        Assert.Equal(["127.0.0.0/8", "::1/128"], options.AllowedNetworks);
    }

    [Fact]
    public void Configured_lists_replace_the_demo_ones()
    {
        var options = Read(("WebhookSecrets:0", "one"), ("WebhookSecrets:1", "two"), ("AllowedNetworks:0", "2001:db8::/32"));

        Assert.Equal(["one", "two"], options.WebhookSecrets);
        Assert.Equal(["2001:db8::/32"], options.AllowedNetworks);
    }

    [Fact]
    public void Elsewhere_than_embedded_nothing_has_a_default()
    {
        Assert.Equal(
            [
                "PagoEfectivo:AllowedNetworks", "PagoEfectivo:BaseUrl", "PagoEfectivo:ClientId", "PagoEfectivo:SecretKey",
                "PagoEfectivo:WebhookSecrets",
            ],
            KeysAtFault(("Environment", "Sandbox")));
        Assert.Empty(KeysAtFault(Sandbox));
    }

    [Fact]
    public void Every_fault_is_told_at_once_by_its_key()
    {
        Assert.Equal(
            [
                "PagoEfectivo:AllowedNetworks:1", "PagoEfectivo:AllowedNetworks:2", "PagoEfectivo:BaseUrl", "PagoEfectivo:Contract",
                "PagoEfectivo:Environment", "PagoEfectivo:TimeoutSeconds", "PagoEfectivo:WebhookSecrets:0",
            ],
            KeysAtFault(
                ("Environment", "Moon"), ("Contract", "Soap"), ("TimeoutSeconds", "soon"), ("BaseUrl", "sandbox.example"),
                ("AllowedNetworks:0", "10.0.0.0/8"), ("AllowedNetworks:1", "10.0.0.1/8"), ("AllowedNetworks:2", "everyone"),
                ("WebhookSecrets:0", " ")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void A_time_limit_out_of_bounds_is_a_fault(string seconds) =>
        Assert.Equal(["PagoEfectivo:TimeoutSeconds"], KeysAtFault(("TimeoutSeconds", seconds)));

    [Theory]
    [InlineData("ftp://sandbox.example")]
    [InlineData("/api")]
    [InlineData("https://user:pass@sandbox.example")]
    [InlineData("https://sandbox.example?a=b")]
    public void An_address_that_cannot_be_signed_for_is_a_fault(string url) =>
        Assert.Equal(["PagoEfectivo:BaseUrl"], KeysAtFault(("BaseUrl", url)));

    [Fact]
    public void The_real_PagoEfectivo_is_called_over_https_only()
    {
        (string, string)[] real = [.. Sandbox[2..], ("Environment", "Production")];

        Assert.Equal(["PagoEfectivo:BaseUrl"], KeysAtFault([.. real, ("BaseUrl", "http://api.example")]));
        Assert.Empty(KeysAtFault([.. real, ("BaseUrl", "http://127.0.0.1:9")]));
        Assert.Empty(KeysAtFault([.. real, ("BaseUrl", "https://api.example")]));
    }

    [Fact]
    public void Demo_values_do_not_start_in_production()
    {
        Assert.Equal(
            ["PagoEfectivo:ClientId", "PagoEfectivo:Environment", "PagoEfectivo:SecretKey", "PagoEfectivo:WebhookSecrets:0"],
            KeysAtFault(production: true));
        Assert.Equal(["PagoEfectivo:WebhookSecrets:1"], KeysAtFault(production: true, [.. Sandbox, ("WebhookSecrets:1", "demo-webhook-secret")]));
        Assert.Empty(KeysAtFault(production: true, Sandbox));
    }

    [Fact]
    public void No_fault_repeats_a_secret()
    {
        var faults = Section.Faults(production: true, ("ClientId", "demo-client"));

        Assert.All(faults, fault => Assert.DoesNotContain("demo-", fault, StringComparison.Ordinal));
    }

    private static PagoEfectivoOptions Read(params (string Key, string Value)[] settings) => Section.Read<PagoEfectivoOptions>(settings);

    private static IEnumerable<string> KeysAtFault(params (string Key, string Value)[] settings) => Section.KeysAtFault(false, settings);

    private static IEnumerable<string> KeysAtFault(bool production, params (string Key, string Value)[] settings) => Section.KeysAtFault(production, settings);
}
