using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>PagoEfectivo slow, failing or silent: the order is accepted, and its payment is made once, when it answers again.</summary>
public sealed class OutageTests(ConsoleWithFaults faulty) : IClassFixture<ConsoleWithFaults>, IAsyncLifetime
{
    private ConsoleProcess Console => faulty.Console;

    private PagoClient Marketplace => new(Console);

    private SandboxControls Sandbox => new(Console);

    private GatewayClient Gateway => new(Console.Address);

    /// <summary>The first call of a process is slow by itself, so none of these is the first; no fault of another test is left.</summary>
    public async ValueTask InitializeAsync()
    {
        await Sandbox.FaultsAsync();
        await Marketplace.UntilAsync(PagoClient.Id(await Marketplace.PlacedAsync()), "it has a payment", seen => seen.At("payment") is not null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task While_PagoEfectivo_is_silent_the_order_is_taken_in_time_and_paid_for_later()
    {
        await Sandbox.FaultsAsync(timeoutRate: 1);
        var started = TimeProvider.System.GetTimestamp();

        var placed = (await Marketplace.PlaceAsync(OrderJson.New())).Expect(201).Json;

        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(3.5));
        Assert.Equal("AwaitingPayment", placed.Text("status"));
        Assert.Null(placed.At("payment"));
        await Sandbox.FaultsAsync();
        await MadeOnceAsync(placed);
        Assert.DoesNotContain("Polly", Console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_PagoEfectivo_fails_the_order_is_taken_and_paid_for_later()
    {
        await Sandbox.FaultsAsync(errorRate: 1);

        var placed = (await Marketplace.PlaceAsync(OrderJson.New())).Expect(201).Json;

        Assert.Equal("AwaitingPayment", placed.Text("status"));
        Assert.Null(placed.At("payment"));
        await Sandbox.FaultsAsync();
        await MadeOnceAsync(placed);
    }

    [Fact]
    public async Task An_order_that_PagoEfectivo_refuses_is_cancelled_and_says_why()
    {
        var placed = (await Marketplace.PlaceAsync(OrderJson.New(amount: 1000.01m))).Expect(201).Json;

        var cancelled = await Marketplace.UntilAsync(PagoClient.Id(placed), "Cancelled");

        Assert.Null(cancelled.At("payment"));
        Assert.Contains("gateway_refused", cancelled.ToJsonString(), StringComparison.Ordinal);
        await Sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.cancelled");
        Assert.Empty(await Truth.PaymentsAsync(Console, PagoClient.Id(placed)));
    }

    [Fact]
    public async Task A_slow_PagoEfectivo_is_waited_for()
    {
        await Sandbox.FaultsAsync(delayMs: 100); // this console waits two seconds in all, and CI machines are slow

        Assert.NotNull((await Marketplace.PlacedAsync()).At("payment"));
    }

    [Fact]
    public async Task A_cancel_while_the_create_is_unresolved_leaves_no_payable_code()
    {
        await Sandbox.FaultsAsync(timeoutRate: 1);
        var order = OrderJson.New();
        var placed = (await Marketplace.PlaceAsync(order)).Expect(201).Json;

        (await Marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);
        Assert.Equal("Cancelled", await Marketplace.StatusAsync(PagoClient.Id(placed)));

        await Sandbox.FaultsAsync();
        await Eventually.IsTrueAsync("no code for the cancelled order can be paid", async () =>
            (await Truth.PaymentsAsync(Console, PagoClient.Id(placed))) is { Count: <= 1 } payments
            && payments.All(payment => payment.Status == "cancelled") && await SettledAsync(PagoClient.Id(placed)), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Under_every_fault_at_once_each_order_reaches_its_end_once()
    {
        await Sandbox.FaultsAsync(timeoutRate: 0.2, errorRate: 0.2, duplicateWebhooks: 0.5, reorderWebhooks: 0.3);
        var placed = await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Marketplace.PlacedAsync()));

        foreach (var order in placed)
        {
            var payable = await Marketplace.UntilAsync(PagoClient.Id(order), "it has a payment", seen => seen.At("payment") is not null);
            await Sandbox.PayAsync(PagoClient.PaymentId(payable));
        }

        await Sandbox.FaultsAsync();
        foreach (var order in placed)
        {
            var id = PagoClient.Id(order);
            await Marketplace.UntilAsync(id, "Paid");
            var callbacks = await Sandbox.CallbacksUntilAsync(id, "order.paid");
            Assert.Equal(["order.approved", "order.payment_created", "order.paid"], callbacks.Select(callback => callback.Type));
            Assert.Single(await Truth.PaymentsAsync(Console, id));
        }
    }

    private async Task MadeOnceAsync(JsonNode placed)
    {
        var id = PagoClient.Id(placed);
        var made = await Eventually.BecomesAsync(
            $"{id} has its payment",
            async () => (await Marketplace.ReadAsync(id)).Expect(200).Json,
            seen => seen.At("payment") is not null,
            TimeSpan.FromSeconds(60));
        Assert.Equal("pending", (await Gateway.ReadAsync(PagoClient.PaymentId(made))).Expect(200).Json.Text("status"));
        var callbacks = await Sandbox.CallbacksUntilAsync(id, "order.payment_created");
        Assert.Equal(["order.approved", "order.payment_created"], callbacks.Select(callback => callback.Type));
        Assert.Single(await Truth.PaymentsAsync(Console, id));
    }

    /// <summary>Whether every call about the order that was begun at PagoEfectivo has its fate.</summary>
    private async Task<bool> SettledAsync(string orderId) => (await Truth.OpenCommandsAsync(Console, orderId)) == 0;
}

/// <summary>A console that waits two seconds for PagoEfectivo, for the tests of a class that make it fail.</summary>
public sealed class ConsoleWithFaults : IAsyncLifetime
{
    private ConsoleProcess? console;

    internal ConsoleProcess Console => console ?? throw new InvalidOperationException("The console was not started.");

    public async ValueTask InitializeAsync() => console = await ConsoleProcess.StartAsync(
        ("PagoEfectivo__TimeoutSeconds", "2"), ("Sandbox__MaxAmount", "1000"), ("Sandbox__MaxWebhookPauseSeconds", "1"));

    public ValueTask DisposeAsync() => console?.DisposeAsync() ?? ValueTask.CompletedTask;
}
