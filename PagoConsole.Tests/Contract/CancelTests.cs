using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class CancelTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task An_unpaid_order_is_cancelled_here_and_at_PagoEfectivo()
    {
        var placed = await marketplace.PayableAsync();

        var cancelled = (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);

        Assert.Equal("Cancelled", cancelled.Json.Text("status"));
        var callbacks = await contract.Sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.cancelled");
        Assert.Equal(["order.approved", "order.payment_created", "order.cancelled"], callbacks.Select(callback => callback.Type));
        var gateway = new GatewayClient(contract.Console.Address);
        await Eventually.BecomesAsync(
            "the payment is cancelled at PagoEfectivo",
            async () => (await gateway.ReadAsync(PagoClient.PaymentId(placed))).Expect(200).Json.Text("status"),
            status => status == "cancelled");
    }

    [Fact]
    public async Task An_order_in_review_is_cancelled()
    {
        var placed = await marketplace.PlacedAsync(OrderJson.OfNewAccount());

        var cancelled = (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);

        Assert.Equal("Cancelled", cancelled.Json.Text("status"));
        var callbacks = await contract.Sandbox.CallbacksUntilAsync(PagoClient.Id(placed), "order.cancelled");
        Assert.Equal(["order.in_review", "order.cancelled"], callbacks.Select(callback => callback.Type));
    }

    [Fact]
    public async Task Cancelling_again_changes_nothing()
    {
        var placed = await marketplace.PayableAsync();
        (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);

        var again = (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).Expect(200);

        Assert.Equal("Cancelled", again.Json.Text("status"));
        await contract.LetEverythingSettleAsync();
        var callbacks = await contract.Sandbox.CallbacksAsync(PagoClient.Id(placed));
        Assert.Single(callbacks, callback => callback.Type == "order.cancelled");
    }

    [Fact]
    public async Task A_paid_order_is_not_cancelled()
    {
        var paid = await contract.PaidAsync();

        (await marketplace.ActAsync(PagoClient.Id(paid), "cancel")).ExpectProblem(409);

        Assert.Equal("Paid", await marketplace.StatusAsync(PagoClient.Id(paid)));
    }

    [Fact]
    public async Task A_rejected_order_is_not_cancelled()
    {
        var rejected = await marketplace.PlacedAsync(OrderJson.OverTheLimit());

        (await marketplace.ActAsync(PagoClient.Id(rejected), "cancel")).ExpectProblem(409);
    }

    [Fact]
    public async Task An_expired_order_is_not_cancelled()
    {
        var placed = await marketplace.PayableAsync();
        await contract.Sandbox.ExpireAsync(PagoClient.PaymentId(placed));
        await marketplace.UntilAsync(PagoClient.Id(placed), "Expired");

        (await marketplace.ActAsync(PagoClient.Id(placed), "cancel")).ExpectProblem(409);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("shipment")]
    [InlineData("delivery")]
    [InlineData("refund")]
    [InlineData("dispute")]
    [InlineData("label")]
    [InlineData("information")]
    public async Task Acting_on_an_order_that_nobody_placed_is_404(string action) =>
        (await marketplace.ActAsync(OrderJson.NewId("never"), action, ActionJson.For(action))).ExpectProblem(404);

    [Fact]
    public async Task Cancel_and_payment_that_meet_end_in_one_truth()
    {
        for (var round = 0; round < 6; round++)
        {
            var placed = await marketplace.PayableAsync();
            var paid = WebhookSender.Event("payment.paid", placed);

            var answers = await Task.WhenAll(contract.PagoEfectivo.SendAsync(paid), marketplace.ActAsync(PagoClient.Id(placed), "cancel"));

            answers[0].Expect(200);
            Assert.True(answers[1].Code is 200 or 409, answers[1].Body);
            await marketplace.UntilAsync(PagoClient.Id(placed), answers[1].Code == 200 ? "PaidLate" : "Paid");
        }
    }
}
