using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>What stops the start, and what the one message about it says.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task In_Production_every_demo_secret_and_user_is_refused_by_its_key()
    {
        var outcome = await ConsoleProcess.ExpectEndAsync(("ASPNETCORE_ENVIRONMENT", "Production"));

        Assert.NotEqual(0, outcome.ExitCode);
        foreach (var key in (string[])["Marketplace:ApiKey", "PagoEfectivo:SecretKey", "PagoEfectivo:WebhookSecrets", "Marketplace:CallbackSecrets"])
            Assert.Contains(key, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Marketplace__ApiKey", "demo-marketplace-key", "Marketplace:ApiKey")]
    [InlineData("PagoEfectivo__ClientId", "demo-client", "PagoEfectivo:ClientId")]
    [InlineData("PagoEfectivo__SecretKey", "demo-secret-key", "PagoEfectivo:SecretKey")]
    [InlineData("PagoEfectivo__WebhookSecrets__0", "demo-webhook-secret", "PagoEfectivo:WebhookSecrets")]
    [InlineData("Marketplace__CallbackSecrets__0", SandboxControls.CallbackSecret, "Marketplace:CallbackSecrets")]
    [InlineData("PagoEfectivo__Environment", "Embedded", "PagoEfectivo:Environment")]
    public async Task In_Production_each_of_them_alone_is_refused(string setting, string value, string key)
    {
        var outcome = await ConsoleProcess.ExpectEndAsync([.. ProductionSettings(), (setting, value)]);

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(key, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_bad_value_is_named_in_one_message()
    {
        var outcome = await ConsoleProcess.ExpectEndAsync(
            ("Storage__Provider", "Oracle"),
            ("PagoEfectivo__TimeoutSeconds", "soon"),
            ("PagoEfectivo__Environment", "Moon"),
            ("PagoEfectivo__AllowedNetworks__0", "10.0.0.0/99"),
            ("Payments__VoucherHours", "-1"),
            ("Review__HoldHours", "0"),
            ("Marketplace__CallbackUrl", "not an address"),
            ("Marketplace__CallbackSecrets__0", "no-prefix"));

        Assert.NotEqual(0, outcome.ExitCode);
        foreach (var key in (string[])[
            "Storage:Provider", "PagoEfectivo:TimeoutSeconds", "PagoEfectivo:Environment", "PagoEfectivo:AllowedNetworks:0",
            "Payments:VoucherHours", "Review:HoldHours", "Marketplace:CallbackUrl", "Marketplace:CallbackSecrets:0"])
            Assert.Contains(key, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_stands_in_the_message()
    {
        var outcome = await ConsoleProcess.ExpectEndAsync(
            ("PagoEfectivo__SecretKey", "a-very-secret-key"), ("Marketplace__CallbackSecrets__0", "a-very-secret-callback"), ("Review__HoldHours", "0"));

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.DoesNotContain("a-very-secret", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Embedded_the_networks_must_be_named()
    {
        var outcome = await ConsoleProcess.ExpectEndAsync(("PagoEfectivo__Environment", "Sandbox"), ("PagoEfectivo__BaseUrl", "https://pagoefectivo.example"));

        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains("PagoEfectivo:AllowedNetworks", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_is_graceful()
    {
        await using var console = await ConsoleProcess.StartFreshAsync();

        Assert.Equal(0, await console.StopAsync());
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_share_one_migration()
    {
        await using var store = await TestStore.EmptyAsync(PagoConsole.Core.Storage.StorageProvider.Postgres);
        (string, string)[] settings = [("Storage__Provider", "Postgres"), ("Storage__ConnectionString", store.ConnectionString)];

        var both = await Task.WhenAll(ConsoleProcess.StartAsync(settings), ConsoleProcess.StartAsync(settings));

        foreach (var console in both) await console.DisposeAsync();
    }

    /// <summary>A production configuration that has nothing of the demo's.</summary>
    private static (string, string)[] ProductionSettings() =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"),
        ("PagoEfectivo__Environment", "Sandbox"),
        ("PagoEfectivo__BaseUrl", "https://pagoefectivo.example"),
        ("PagoEfectivo__AllowedNetworks__0", "10.20.0.0/16"),
        ("PagoEfectivo__ClientId", "client-of-ours"),
        ("PagoEfectivo__SecretKey", "e81f1a2c9d0b4f6a8c7e5d3b1a090807"),
        ("PagoEfectivo__WebhookSecrets__0", "b7d6c5e4f3a2918070605040302010ff"),
        ("Marketplace__ApiKey", "mk_5f1e2d3c4b5a69788796a5b4c3d2e1f0"),
        ("Marketplace__CallbackUrl", "https://marketplace.example/callbacks"),
        ("Marketplace__CallbackSecrets__0", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
    ];
}
