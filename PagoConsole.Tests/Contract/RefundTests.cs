using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class RefundTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task A_whole_refund_ends_in_Refunded()
    {
        var paid = await contract.PaidAsync();
        var id = PagoClient.Id(paid);

        var answer = (await marketplace.ActAsync(id, "refund", ActionJson.Refund(129.90m))).Expect(200);

        Assert.True(answer.Json.Text("status") is "RefundRequested" or "Refunded", answer.Body);
        await marketplace.UntilAsync(id, "Refunded");
        var callbacks = await contract.Sandbox.CallbacksUntilAsync(id, "order.refunded");
        Assert.Equal(
            ["order.approved", "order.payment_created", "order.paid", "order.refund_requested", "order.refunded"],
            callbacks.Select(callback => callback.Type));
        Assert.Equal("refunded", (await new GatewayClient(contract.Console.Address).ReadAsync(PagoClient.PaymentId(paid))).Json.Text("status"));
    }

    [Theory]
    [InlineData("shipment")]
    [InlineData("shipment", "delivery")]
    public async Task Goods_on_their_way_can_be_refunded_too(params string[] before)
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        foreach (var action in before) (await marketplace.ActAsync(id, action, ActionJson.For(action))).Expect(200);

        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(129.90m))).Expect(200);

        await marketplace.UntilAsync(id, "Refunded");
    }

    [Fact]
    public async Task A_partial_refund_changes_no_state()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(29.90m))).Expect(200);

        await contract.LetEverythingSettleAsync();
        Assert.Equal("Paid", await marketplace.StatusAsync(id));
        Assert.DoesNotContain(await contract.Sandbox.CallbacksAsync(id), callback => callback.Type.StartsWith("order.refund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refunds_together_never_exceed_what_was_received()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(129.91m))).ExpectProblem(409);
        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(100m))).Expect(200);
        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(29.91m))).ExpectProblem(409);
        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(29.90m))).Expect(200);
        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(0.01m))).ExpectProblem(409);
    }

    [Fact]
    public async Task Refunds_that_arrive_together_do_not_exceed_it_either()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => marketplace.ActAsync(id, "refund", ActionJson.Refund(50m + n))));

        Assert.Equal(2, answers.Count(answer => answer.Code == 200));
        Assert.Equal(4, answers.Count(answer => answer.Code == 409));
    }

    [Fact]
    public async Task Asking_again_for_the_whole_refund_changes_nothing()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        var refund = ActionJson.Refund(129.90m);
        (await marketplace.ActAsync(id, "refund", refund)).Expect(200);

        (await marketplace.ActAsync(id, "refund", refund)).Expect(200);
        await marketplace.UntilAsync(id, "Refunded");
        (await marketplace.ActAsync(id, "refund", refund)).Expect(200);

        await contract.LetEverythingSettleAsync();
        Assert.Single(await contract.Sandbox.CallbacksAsync(id), callback => callback.Type == "order.refunded");
    }

    [Fact]
    public async Task Nothing_received_nothing_refunded()
    {
        var waiting = await marketplace.PayableAsync();

        (await marketplace.ActAsync(PagoClient.Id(waiting), "refund", ActionJson.Refund(1m))).ExpectProblem(409);

        Assert.Equal("AwaitingPayment", await marketplace.StatusAsync(PagoClient.Id(waiting)));
    }

    [Fact]
    public async Task Money_that_came_late_can_be_refunded()
    {
        var placed = await marketplace.PayableAsync();
        var id = PagoClient.Id(placed);
        await contract.Sandbox.ExpireAsync(PagoClient.PaymentId(placed));
        await marketplace.UntilAsync(id, "Expired");
        (await contract.PagoEfectivo.SendAsync(WebhookSender.Event("payment.paid", placed))).Expect(200);
        await marketplace.UntilAsync(id, "PaidLate");

        var answer = (await marketplace.ActAsync(id, "refund", ActionJson.Refund(129.90m))).Expect(200);

        Assert.True(answer.Json.Text("status") is "RefundRequested" or "Refunded" or "PaidLate", answer.Body);
    }

    [Fact]
    public async Task A_refund_that_we_did_not_ask_for_ends_in_Refunded()
    {
        var paid = await contract.PaidAsync();

        await contract.Sandbox.RefundAsync(PagoClient.PaymentId(paid));

        await marketplace.UntilAsync(PagoClient.Id(paid), "Refunded");
        await contract.Sandbox.CallbacksUntilAsync(PagoClient.Id(paid), "order.refunded");
    }
}
