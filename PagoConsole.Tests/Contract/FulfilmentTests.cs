using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class FulfilmentTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task A_paid_order_is_shipped_and_then_delivered()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        Assert.Equal("Shipped", (await marketplace.ActAsync(id, "shipment", ActionJson.Shipment())).Expect(200).Json.Text("status"));
        Assert.Equal("Delivered", (await marketplace.ActAsync(id, "delivery", ActionJson.Delivery())).Expect(200).Json.Text("status"));
    }

    [Fact]
    public async Task Saying_it_again_changes_nothing()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        var (shipment, delivery) = (ActionJson.Shipment(), ActionJson.Delivery());
        await marketplace.ActAsync(id, "shipment", shipment);

        Assert.Equal("Shipped", (await marketplace.ActAsync(id, "shipment", shipment)).Expect(200).Json.Text("status"));
        await marketplace.ActAsync(id, "delivery", delivery);
        Assert.Equal("Delivered", (await marketplace.ActAsync(id, "delivery", delivery)).Expect(200).Json.Text("status"));
        Assert.Equal("Delivered", (await marketplace.ActAsync(id, "shipment", shipment)).Expect(200).Json.Text("status"));
    }

    [Theory]
    [InlineData("shipment")]
    [InlineData("delivery")]
    public async Task Before_payment_it_is_409(string action)
    {
        var waiting = await marketplace.PayableAsync();
        var held = await marketplace.PlacedAsync(OrderJson.OfNewAccount());
        var rejected = await marketplace.PlacedAsync(OrderJson.OverTheLimit());

        foreach (var order in (JsonNode[])[waiting, held, rejected])
        {
            (await marketplace.ActAsync(PagoClient.Id(order), action, ActionJson.For(action))).ExpectProblem(409);
            Assert.Equal(order.Text("status"), await marketplace.StatusAsync(PagoClient.Id(order)));
        }
    }

    [Fact]
    public async Task Delivery_before_shipment_is_409()
    {
        var id = PagoClient.Id(await contract.PaidAsync());

        (await marketplace.ActAsync(id, "delivery", ActionJson.Delivery())).ExpectProblem(409);

        Assert.Equal("Paid", await marketplace.StatusAsync(id));
    }

    [Fact]
    public async Task After_a_refund_request_they_are_kept_as_evidence_only()
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        (await marketplace.ActAsync(id, "refund", ActionJson.Refund(129.90m))).Expect(200);

        (await marketplace.ActAsync(id, "shipment", ActionJson.Shipment())).Expect(200);

        await marketplace.UntilAsync(id, "Refunded");
    }

    [Theory]
    [InlineData("shipment", "carrier")]
    [InlineData("shipment", "trackingNumber")]
    [InlineData("shipment", "shippedAt")]
    [InlineData("delivery", "deliveredAt")]
    [InlineData("refund", "amount")]
    [InlineData("refund", "reason")]
    [InlineData("dispute", "reason")]
    [InlineData("dispute", "openedAt")]
    [InlineData("label", "fraud")]
    [InlineData("information", "text")]
    public async Task A_missing_field_is_named(string action, string field)
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        if (action == "delivery") await marketplace.ActAsync(id, "shipment", ActionJson.Shipment());

        (await marketplace.ActAsync(id, action, ActionJson.For(action).Without(field))).ExpectProblem(400, field);
    }

    [Theory]
    [InlineData("shipment", "shippedAt", "\"today\"")]
    [InlineData("delivery", "deliveredAt", "\"today\"")]
    [InlineData("delivery", "receivedBy", "{}")]
    [InlineData("refund", "amount", "0")]
    [InlineData("refund", "amount", "-1")]
    [InlineData("refund", "amount", "10.001")]
    [InlineData("refund", "amount", "\"some\"")]
    [InlineData("dispute", "openedAt", "\"2026-01-01T00:00:00\"")]
    [InlineData("dispute", "amount", "-1")]
    [InlineData("label", "fraud", "\"yes\"")]
    public async Task A_wrong_value_is_refused_and_its_field_named(string action, string field, string json)
    {
        var id = PagoClient.Id(await contract.PaidAsync());
        if (action == "delivery") await marketplace.ActAsync(id, "shipment", ActionJson.Shipment());

        (await marketplace.ActAsync(id, action, ActionJson.For(action).With(field, JsonNode.Parse(json)))).ExpectProblem(400, field);
    }
}
