using System.Globalization;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class CallbackTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;
    private readonly SandboxControls sandbox = contract.Sandbox;

    [Fact]
    public async Task Every_change_of_state_is_told_in_order_and_counted()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        await marketplace.ActAsync(id, "refund", ActionJson.Refund(129.90m));

        var callbacks = await sandbox.CallbacksUntilAsync(id, "order.refunded");

        Assert.Equal(
            ["order.approved", "order.payment_created", "order.paid", "order.refund_requested", "order.refunded"],
            callbacks.Select(callback => callback.Type));
        Assert.Equal([1L, 2, 3, 4, 5], callbacks.Select(callback => callback.Sequence));
    }

    [Fact]
    public async Task A_callback_is_signed_by_Standard_Webhooks()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        var callbacks = await sandbox.CallbacksUntilAsync(id, "order.paid");

        Assert.All(callbacks, callback =>
        {
            Assert.True(callback.IsGenuine, callback.Received.ToJsonString());
            Assert.True(callback.SandboxSaysGenuine);
            Assert.StartsWith("v1,", callback.Header("webhook-signature"), StringComparison.Ordinal);
            var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(callback.Header("webhook-timestamp"), CultureInfo.InvariantCulture));
            Assert.InRange(sent, OrderJson.Now.AddMinutes(-5), OrderJson.Now.AddSeconds(5));
        });
        Assert.Equal(callbacks.Count, callbacks.Select(callback => callback.Header("webhook-id")).Distinct().Count());
    }

    [Fact]
    public async Task A_callback_carries_the_order_as_reading_shows_it_without_the_timeline()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        var callback = (await sandbox.CallbacksUntilAsync(id, "order.paid")).Single(callback => callback.Type == "order.paid");
        var read = (await marketplace.ReadAsync(id)).Expect(200).Json.AsObject();

        var order = callback.Json.At("data.order")!.AsObject();

        Assert.Equal("Paid", order.Text("status"));
        Assert.False(order.ContainsKey("timeline"));
        foreach (var (name, value) in read.Where(field => field.Key is not "timeline" and not "requestId"))
            Assert.Equal($"{name}: {value}", $"{name}: {order[name]}");
        Assert.True(DateTimeOffset.TryParse(callback.Json.Text("timestamp"), CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public async Task A_callback_shows_the_order_as_it_was_then()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        var callbacks = await sandbox.CallbacksUntilAsync(id, "order.paid");

        Assert.Equal("AwaitingPayment", callbacks.Single(callback => callback.Type == "order.payment_created").Json.Text("data.order.status"));
        Assert.NotNull(callbacks.Single(callback => callback.Type == "order.payment_created").Json.At("data.order.payment"));
    }

    [Fact]
    public async Task A_held_order_is_told()
    {
        var id = PagoClient.Id(await marketplace.PlacedAsync(OrderJson.OfNewAccount()));

        var callback = Assert.Single(await sandbox.CallbacksUntilAsync(id, "order.in_review"));

        Assert.Equal(1, callback.Sequence);
        Assert.Equal("InReview", callback.Json.Text("data.order.status"));
    }

    [Fact]
    public async Task A_rejected_order_is_told()
    {
        var id = PagoClient.Id(await marketplace.PlacedAsync(OrderJson.OverTheLimit()));

        var callback = Assert.Single(await sandbox.CallbacksUntilAsync(id, "order.rejected"));

        Assert.Equal("Rejected", callback.Json.Text("data.order.status"));
    }

    [Fact]
    public async Task An_expired_order_is_told()
    {
        var placed = await marketplace.PayableAsync();
        await sandbox.ExpireAsync(PagoClient.PaymentId(placed));

        var callbacks = await sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.expired");

        Assert.Equal(["order.approved", "order.payment_created", "order.expired"], callbacks.Select(callback => callback.Type));
    }
}
