using System.Globalization;
using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class PlaceOrderTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task An_ordinary_order_gets_a_payment_at_once()
    {
        var order = OrderJson.New();

        var answer = (await marketplace.PlaceAsync(order)).Expect(201);

        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal(order.Text("orderId"), answer.Json.Text("orderId"));
        Assert.Equal("AwaitingPayment", answer.Json.Text("status"));
        Assert.Equal("Approve", answer.Json.Text("decision.outcome"));
        Assert.True(answer["decision.score"]!.GetValue<int>() >= 0);
        Assert.True(answer["decision.ruleSetVersion"]!.GetValue<int>() >= 1);
        Assert.IsType<JsonArray>(answer["decision.hits"]);
        Assert.StartsWith("pay_", answer.Json.Text("payment.paymentId"), StringComparison.Ordinal);
        Assert.Matches("^[0-9]{6,14}$", answer.Json.Text("payment.cip"));
        Assert.True(Uri.TryCreate(answer.Json.Text("payment.paymentUrl"), UriKind.Absolute, out _));
        Assert.False(string.IsNullOrEmpty(answer.Json.Text("payment.qr")));
        Assert.Contains("/pay/", answer.Json.Text("buyerPageUrl"), StringComparison.Ordinal);
        Assert.True(Uri.TryCreate(answer.Json.Text("buyerPageUrl"), UriKind.Absolute, out _));
        Assert.False(string.IsNullOrEmpty(answer.Json.Text("requestId")));
    }

    [Fact]
    public async Task A_voucher_lives_a_day()
    {
        var before = OrderJson.Now;
        var placed = await marketplace.PayableAsync();

        var expires = DateTimeOffset.Parse(placed.Text("payment.expiresAt")!, CultureInfo.InvariantCulture);

        Assert.InRange(expires, before.AddHours(24).AddSeconds(-2), OrderJson.Now.AddHours(24).AddSeconds(2));
    }

    [Fact]
    public async Task What_is_required_is_enough() =>
        Assert.Equal("AwaitingPayment", (await marketplace.PlacedAsync(OrderJson.Minimal())).Text("status"));

    [Fact]
    public async Task Every_field_of_the_contract_is_taken()
    {
        var order = OrderJson.New()
            .With("placedAt", OrderJson.Instant(OrderJson.Now.AddMinutes(-1)))
            .With("shippingAddress.line2", "Dpto 502")
            .With("invoice", new JsonObject { ["type"] = "factura", ["ruc"] = "20100047218", ["businessName"] = "Empresa SAC" });

        await marketplace.PlacedAsync(order);
    }

    [Fact]
    public async Task Unknown_fields_are_ignored() =>
        await marketplace.PlacedAsync(OrderJson.New().With("giftWrap", true).With("account.nickname", "ani"));

    [Theory]
    [InlineData("0.01")]
    [InlineData("129.9")]
    [InlineData("129.90")]
    [InlineData("5000.00")]
    public async Task An_amount_may_be_a_text(string amount) =>
        await marketplace.PlacedAsync(OrderJson.New().With("amount", amount));

    [Fact]
    public async Task Dollars_are_taken() =>
        Assert.Equal("AwaitingPayment", (await marketplace.PayableAsync(OrderJson.New().With("currency", "USD"))).Text("status"));

    [Fact]
    public async Task An_order_id_of_64_characters_is_taken()
    {
        var id = OrderJson.NewId().PadRight(64, 'x');

        Assert.Equal(id, (await marketplace.PlacedAsync(OrderJson.New(id))).Text("orderId"));
    }

    [Fact]
    public async Task A_little_clock_skew_is_forgiven() =>
        await marketplace.PlacedAsync(OrderJson.New().With("placedAt", OrderJson.Instant(OrderJson.Now.AddMinutes(4))));

    [Fact]
    public async Task An_order_over_PagoEfectivos_limit_is_rejected()
    {
        var placed = await marketplace.PlacedAsync(OrderJson.OverTheLimit());

        Assert.Equal("Rejected", placed.Text("status"));
        Assert.Equal("Reject", placed.Text("decision.outcome"));
        Assert.Null(placed.At("payment"));
        var hit = Assert.Single(placed.At("decision.hits")!.AsArray(), hit => hit.Text("action") == "Reject");
        Assert.Equal("Enforce", hit.Text("mode"));
        Assert.False(string.IsNullOrEmpty(hit.Text("rule")));
        Assert.Contains("5000.01", hit.Text("observed"), StringComparison.Ordinal);
        Assert.Contains("5000", hit.Text("threshold"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dear_order_of_a_new_account_waits_for_a_person()
    {
        var placed = await marketplace.PlacedAsync(OrderJson.OfNewAccount());

        Assert.Equal("InReview", placed.Text("status"));
        Assert.Equal("Review", placed.Text("decision.outcome"));
        Assert.Null(placed.At("payment"));
        Assert.Contains(placed.At("decision.hits")!.AsArray(), hit => hit.Text("action") == "Review");
    }

    [Fact]
    public async Task A_cheap_order_of_a_new_account_does_not_wait() =>
        Assert.Equal("AwaitingPayment", (await marketplace.PlacedAsync(OrderJson.OfNewAccount(amount: 89.90m))).Text("status"));

    [Fact]
    public async Task Reading_shows_the_order_with_its_timeline()
    {
        var placed = await marketplace.PayableAsync();

        var read = (await marketplace.ReadAsync(PagoClient.Id(placed))).Expect(200).Json;

        Assert.Equal(placed.Text("payment"), read.Text("payment"));
        Assert.Equal(placed.Text("decision"), read.Text("decision"));
        Assert.Equal(placed.Text("buyerPageUrl"), read.Text("buyerPageUrl"));
        var timeline = read.At("timeline")!.AsArray();
        Assert.NotEmpty(timeline);
        Assert.All(timeline, entry =>
        {
            Assert.True(DateTimeOffset.TryParse(entry.Text("at"), CultureInfo.InvariantCulture, out _));
            Assert.False(string.IsNullOrEmpty(entry.Text("kind")));
            Assert.False(string.IsNullOrEmpty(entry.Text("actor")));
            Assert.False(string.IsNullOrEmpty(entry.Text("text")));
        });
    }

    [Fact]
    public async Task An_order_that_nobody_placed_is_404() =>
        (await marketplace.ReadAsync(OrderJson.NewId("never"))).ExpectProblem(404);

    [Fact]
    public async Task An_order_id_is_taken_as_it_is()
    {
        var id = OrderJson.NewId() + " /ñ?#%";

        var placed = await marketplace.PlacedAsync(OrderJson.New(id));

        Assert.Equal(id, placed.Text("orderId"));
        (await marketplace.ReadAsync(id)).Expect(200);
    }
}
