using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>One console for all black-box tests that leave its faults alone; each test uses orders of its own.</summary>
public sealed class ContractConsole : IAsyncLifetime
{
    public const string OlderWebhookSecret = "the-secret-before-the-rotation";

    private ConsoleProcess? console;

    internal ConsoleProcess Console => console ?? throw new InvalidOperationException("The console was not started.");

    internal PagoClient Marketplace => new(Console);

    internal SandboxControls Sandbox => new(Console);

    internal WebhookSender PagoEfectivo => new(Console);

    public async ValueTask InitializeAsync() => console = await ConsoleProcess.StartAsync(
        ("PagoEfectivo__WebhookSecrets__0", WebhookSender.DemoSecret),
        ("PagoEfectivo__WebhookSecrets__1", OlderWebhookSecret),
        ("Sandbox__LateWebhookSeconds", "1"));

    public async ValueTask DisposeAsync()
    {
        if (console is not null) await console.DisposeAsync();
    }

    /// <summary>An order that the buyer has paid.</summary>
    internal async Task<JsonNode> PaidAsync(JsonObject? order = null)
    {
        var placed = await Marketplace.PayableAsync(order);
        await Sandbox.PayAsync(PagoClient.PaymentId(placed));
        return await Marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
    }

    /// <summary>
    /// Lets an order of its own be paid, from the sandbox's webhook to the callback. What was sent before that has been worked off by
    /// then, so a test may say that something did not happen.
    /// </summary>
    internal async Task LetEverythingSettleAsync()
    {
        var paid = await PaidAsync();
        await Sandbox.CallbacksUntilAsync(PagoClient.Id(paid), "order.paid");
    }
}

[CollectionDefinition(Name)]
public sealed class ContractCollection : ICollectionFixture<ContractConsole>
{
    public const string Name = "Contract";
}
