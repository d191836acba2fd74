using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>What a good delivery does to its order: exactly once, whatever the order of arrival; money that arrived wins.</summary>
[Collection(ContractCollection.Name)]
public sealed class WebhookEffectTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;
    private readonly WebhookSender sender = contract.PagoEfectivo;

    [Theory]
    [InlineData("\"129.90\"")]
    [InlineData("129.90")]
    [InlineData("129.9")]
    public async Task The_right_money_pays_the_order(string amount)
    {
        var placed = await marketplace.PayableAsync();

        await SendAsync(WebhookSender.Event("payment.paid", placed).With("data.amount", JsonNode.Parse(amount)));

        await marketplace.UntilAsync(PagoClient.Id(placed), "Paid");
    }

    [Theory]
    [InlineData("data.amount", "129.89")]
    [InlineData("data.amount", "129.91")]
    [InlineData("data.amount", "0.00")]
    [InlineData("data.currency", "USD")]
    public async Task Other_money_never_pays_the_order(string field, string other)
    {
        var placed = await marketplace.PayableAsync();

        await SendAsync(WebhookSender.Event("payment.paid", placed).With(field, other));

        await contract.LetEverythingSettleAsync();
        Assert.Equal("AwaitingPayment", await marketplace.StatusAsync(PagoClient.Id(placed)));
        Assert.DoesNotContain(await contract.Sandbox.CallbacksAsync(PagoClient.Id(placed)), callback => callback.Type == "order.paid");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Paid_again_pays_once(bool sameTransaction)
    {
        var placed = await marketplace.PayableAsync();
        await SendAsync(WebhookSender.Event("payment.paid", placed, "tx-" + PagoClient.Id(placed)));
        await SendAsync(WebhookSender.Event("payment.paid", placed, sameTransaction ? "tx-" + PagoClient.Id(placed) : null));

        await contract.LetEverythingSettleAsync();

        Assert.Equal("Paid", await marketplace.StatusAsync(PagoClient.Id(placed)));
        Assert.Single(await contract.Sandbox.CallbacksAsync(PagoClient.Id(placed)), callback => callback.Type == "order.paid");
    }

    [Theory]
    [InlineData("payment.expired")]
    [InlineData("payment.cancelled")]
    public async Task The_end_of_a_voucher_ends_the_order(string type)
    {
        var placed = await marketplace.PayableAsync();

        await SendAsync(WebhookSender.Event(type, placed));

        await marketplace.UntilAsync(PagoClient.Id(placed), type == "payment.expired" ? "Expired" : "Cancelled");
    }

    [Theory]
    [InlineData("payment.expired")]
    [InlineData("payment.cancelled")]
    public async Task Its_end_after_the_money_changes_nothing(string type)
    {
        var paid = await contract.PaidAsync();

        await SendAsync(WebhookSender.Event(type, paid));

        await contract.LetEverythingSettleAsync();
        Assert.Equal("Paid", await marketplace.StatusAsync(PagoClient.Id(paid)));
    }

    [Theory]
    [InlineData("payment.expired")]
    [InlineData("payment.cancelled")]
    public async Task Money_after_its_end_is_paid_late(string type)
    {
        var placed = await marketplace.PayableAsync();
        await SendAsync(WebhookSender.Event(type, placed));

        await SendAsync(WebhookSender.Event("payment.paid", placed));

        await marketplace.UntilAsync(PagoClient.Id(placed), "PaidLate");
        await contract.Sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.paid_late");
    }

    [Fact]
    public async Task Money_for_a_cancelled_order_is_paid_late()
    {
        var placed = await marketplace.PayableAsync();
        (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);

        await SendAsync(WebhookSender.Event("payment.paid", placed));

        await marketplace.UntilAsync(PagoClient.Id(placed), "PaidLate");
    }

    [Fact]
    public async Task Both_at_once_end_in_the_money()
    {
        for (var round = 0; round < 5; round++)
        {
            var placed = await marketplace.PayableAsync();

            await Task.WhenAll(
                SendAsync(WebhookSender.Event("payment.paid", placed)),
                SendAsync(WebhookSender.Event("payment.expired", placed)));

            await contract.LetEverythingSettleAsync();
            Assert.Contains(await marketplace.StatusAsync(PagoClient.Id(placed)), (string?[])["Paid", "PaidLate"]);
        }
    }

    [Fact]
    public async Task A_refund_that_nobody_asked_for_ends_in_Refunded()
    {
        var paid = await contract.PaidAsync();

        await SendAsync(WebhookSender.Event("payment.refunded", paid));

        await marketplace.UntilAsync(PagoClient.Id(paid), "Refunded");
    }

    [Fact]
    public async Task A_refund_without_money_changes_nothing()
    {
        var placed = await marketplace.PayableAsync();

        await SendAsync(WebhookSender.Event("payment.refunded", placed));

        await contract.LetEverythingSettleAsync();
        Assert.Equal("AwaitingPayment", await marketplace.StatusAsync(PagoClient.Id(placed)));
    }

    [Fact]
    public async Task The_timeline_tells_of_the_money()
    {
        var paid = await contract.PaidAsync();

        var kinds = (await marketplace.ReadAsync(PagoClient.Id(paid))).Expect(200)["timeline"]!.AsArray().Select(entry => entry.Text("kind")).ToList();

        Assert.Contains(kinds, kind => kind!.Contains("paid", StringComparison.OrdinalIgnoreCase));
    }

    private async Task SendAsync(JsonObject body) => (await sender.SendAsync(body)).Expect(200);
}
