using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>
/// The process dies between every two steps of a create, a cancel and a refund, and is started again on the same data: no orphan code
/// at PagoEfectivo, no second one, no second refund.
/// </summary>
public sealed class CrashPointTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("create:after-commit")]
    [InlineData("create:before-call")]
    [InlineData("create:after-call")]
    [InlineData("create:after-record")]
    public async Task A_create_that_dies_half_way_makes_one_payment(string place)
    {
        await using var console = await StartAsync(place);
        var marketplace = new PagoClient(console);
        var order = OrderJson.New();
        await DieAsync(console, () => marketplace.PlaceAsync(order));

        var again = await marketplace.PlaceAsync(order);

        Assert.True(again.Code is 200 or 201, again.Body);
        var made = await UntilAsync(marketplace, order.Text("orderId")!, seen => seen.At("payment") is not null);
        var payment = Assert.Single(await Truth.PaymentsAsync(console, PagoClient.Id(made)));
        Assert.Equal((PagoClient.PaymentId(made), "pending"), (payment.Id, payment.Status));
        await ToldOnceAsync(console, PagoClient.Id(made), "order.approved", "order.payment_created");
    }

    [Theory]
    [InlineData("cancel:before-call")]
    [InlineData("cancel:after-call")]
    [InlineData("cancel:after-record")]
    public async Task A_cancel_that_dies_half_way_leaves_no_payable_code(string place)
    {
        await using var console = await StartAsync(place);
        var marketplace = new PagoClient(console);
        var placed = await marketplace.PayableAsync();
        await DieAsync(console, () => marketplace.ActAsync(PagoClient.Id(placed), "cancel"));

        (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);

        await UntilAsync(marketplace, PagoClient.Id(placed), seen => seen.Text("status") == "Cancelled");
        await Eventually.BecomesAsync(
            "the code is cancelled at PagoEfectivo",
            () => Truth.PaymentsAsync(console, PagoClient.Id(placed)),
            payments => payments is [{ Status: "cancelled" }],
            Patience);
        await ToldOnceAsync(console, PagoClient.Id(placed), "order.approved", "order.payment_created", "order.cancelled");
    }

    [Theory]
    [InlineData("refund:before-call")]
    [InlineData("refund:after-call")]
    [InlineData("refund:after-record")]
    public async Task A_refund_that_dies_half_way_is_never_made_twice(string place)
    {
        await using var console = await StartAsync(place);
        var (marketplace, sandbox) = (new PagoClient(console), new SandboxControls(console));
        var placed = await marketplace.PayableAsync();
        var id = PagoClient.Id(placed);
        await sandbox.PayAsync(PagoClient.PaymentId(placed));
        await marketplace.UntilAsync(id, "Paid");
        var refund = ActionJson.Refund(129.90m);
        await DieAsync(console, () => marketplace.ActAsync(id, "refund", refund));

        (await marketplace.ActAsync(id, "refund", refund)).Expect(200);

        await Eventually.BecomesAsync("no refund has an open fate", () => Truth.OpenCommandsAsync(console, id), open => open == 0, Patience);
        var payment = Assert.Single(await Truth.PaymentsAsync(console, id));
        Assert.True(payment.Refunds.Count <= 1, $"Refunded {payment.Refunds.Count} times.");
        if (place != "refund:before-call") Assert.Equal([129.90m], payment.Refunds);
        if (payment.Refunds.Count == 1) await UntilAsync(marketplace, id, seen => seen.Text("status") == "Refunded");
        else Assert.NotEqual("Refunded", await marketplace.StatusAsync(id));
    }

    /// <summary>The point is armed from the start; it lies on the way of one kind of command only.</summary>
    private static Task<ConsoleProcess> StartAsync(string place) =>
        ConsoleProcess.StartAsync(("PAGO_KILL_AT", place), ("Sandbox__MaxWebhookPauseSeconds", "1"), ("PagoEfectivo__TimeoutSeconds", "2")); // what the dead one had in hand is free twice that and ten seconds later

    /// <summary>Does what leads to the crash point, waits for the death, and starts again without it.</summary>
    private static async Task DieAsync(ConsoleProcess console, Func<Task<Answer>> act)
    {
        try
        {
            await act();
        }
        catch (HttpRequestException)
        {
            // It died under the request, which is the point.
        }

        await console.WaitForDeathAsync(TimeSpan.FromSeconds(30));
        await console.StartAgainAsync(("PAGO_KILL_AT", ""));
    }

    private static Task<JsonNode> UntilAsync(PagoClient marketplace, string id, Func<JsonNode, bool> holds) =>
        Eventually.BecomesAsync(
            id, async () => (await marketplace.ReadAsync(id)).Expect(200).Json, holds, Patience, seen => seen.ToJsonString());

    private static async Task ToldOnceAsync(ConsoleProcess console, string id, params string[] types)
    {
        var callbacks = await new SandboxControls(console).CallbacksUntilAsync(id, types[^1]);
        Assert.Equal(types, callbacks.DistinctBy(callback => callback.Header("webhook-id")).Select(callback => callback.Type));
    }
}
