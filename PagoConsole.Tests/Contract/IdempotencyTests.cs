using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

[Collection(ContractCollection.Name)]
public sealed class IdempotencyTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task The_same_order_again_is_answered_with_the_order_as_it_is_now()
    {
        var order = OrderJson.New();
        var first = await marketplace.PayableAsync(order);
        await contract.Sandbox.PayAsync(PagoClient.PaymentId(first));
        await marketplace.UntilAsync(PagoClient.Id(first), "Paid");

        var again = (await marketplace.PlaceAsync(order)).Expect(200).Json;

        Assert.Equal("Paid", again.Text("status"));
        Assert.Equal(first.Text("payment.paymentId"), again.Text("payment.paymentId"));
    }

    [Fact]
    public async Task The_same_content_written_otherwise_is_the_same()
    {
        var order = OrderJson.New(amount: 129.90m);
        await marketplace.PlacedAsync(order);

        (await marketplace.PlaceAsync(order.With("amount", "129.9"))).Expect(200);
        (await marketplace.PlaceAsync(order.With("colour", "ignored"))).Expect(200);
        (await marketplace.PlaceTextAsync(Backwards(order).ToJsonString(new() { WriteIndented = true }))).Expect(200);
    }

    [Theory]
    [InlineData("amount", "130.00")]
    [InlineData("currency", "USD")]
    [InlineData("returnUrl", "https://shop.example/other")]
    [InlineData("account.id", "u-somebody-else")]
    [InlineData("account.email", "else@example.pe")]
    [InlineData("ip", "181.65.1.2")]
    [InlineData("seller.id", "s-13")]
    public async Task The_same_order_id_with_other_content_is_409(string path, string other)
    {
        var order = OrderJson.New();
        var placed = await marketplace.PlacedAsync(order);

        (await marketplace.PlaceAsync(order.With(path, other))).ExpectProblem(409);

        Assert.Equal(placed.Text("status"), await marketplace.StatusAsync(PagoClient.Id(placed)));
    }

    [Fact]
    public async Task The_same_key_with_the_same_content_is_a_repeat()
    {
        var order = OrderJson.New();
        var key = OrderJson.NewId("key");
        (await marketplace.PlaceAsync(order, key)).Expect(201);

        var again = (await marketplace.PlaceAsync(order, key)).Expect(200);

        Assert.Equal(order.Text("orderId"), again.Json.Text("orderId"));
    }

    [Fact]
    public async Task The_same_key_with_another_order_is_409_and_takes_nothing()
    {
        var key = OrderJson.NewId("key");
        (await marketplace.PlaceAsync(OrderJson.New(), key)).Expect(201);
        var other = OrderJson.New();

        (await marketplace.PlaceAsync(other, key)).ExpectProblem(409);

        (await marketplace.ReadAsync(other.Text("orderId")!)).ExpectProblem(404);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        var key = OrderJson.NewId("key");
        var order = OrderJson.New();
        (await marketplace.PlaceAsync(order.With("amount", -1), key)).ExpectProblem(400);

        (await marketplace.PlaceAsync(order, key)).Expect(201);
    }

    [Fact]
    public async Task A_key_of_128_characters_is_taken_and_one_of_129_refused()
    {
        (await marketplace.PlaceAsync(OrderJson.New(), OrderJson.NewId("key").PadRight(128, 'k'))).Expect(201);
        (await marketplace.PlaceAsync(OrderJson.New(), OrderJson.NewId("key").PadRight(129, 'k'))).ExpectProblem(400, "Idempotency-Key");
    }

    [Fact]
    public async Task Identical_requests_that_arrive_together_make_one_order()
    {
        var order = OrderJson.New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => marketplace.PlaceAsync(order)));

        Assert.Equal(1, answers.Count(answer => answer.Code == 201));
        Assert.All(answers, answer => Assert.True(answer.Code is 200 or 201, answer.Body));
        var placed = await marketplace.UntilAsync(order.Text("orderId")!, "it has a payment", seen => seen.At("payment") is not null);
        await contract.Sandbox.PayAsync(PagoClient.PaymentId(placed));
        var callbacks = await contract.Sandbox.CallbacksUntilAsync(order.Text("orderId")!, "order.paid");
        Assert.Equal(["order.approved", "order.payment_created", "order.paid"], callbacks.Select(callback => callback.Type));
    }

    [Fact]
    public async Task Different_orders_under_one_id_that_arrive_together_make_one_order()
    {
        var id = OrderJson.NewId();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => marketplace.PlaceAsync(OrderJson.New(id, amount: 100 + n))));

        Assert.Equal(1, answers.Count(answer => answer.Code == 201));
        Assert.Equal(7, answers.Count(answer => answer.Code == 409));
    }

    [Fact]
    public async Task Different_orders_under_one_key_that_arrive_together_make_one_order()
    {
        var key = OrderJson.NewId("key");
        var orders = Enumerable.Range(0, 8).Select(_ => OrderJson.New()).ToList();

        var answers = await Task.WhenAll(orders.Select(order => marketplace.PlaceAsync(order, key)));

        Assert.Equal(1, answers.Count(answer => answer.Code == 201));
        Assert.Equal(7, answers.Count(answer => answer.Code == 409));
        var known = await Task.WhenAll(orders.Select(order => marketplace.ReadAsync(order.Text("orderId")!)));
        Assert.Equal(1, known.Count(answer => answer.Code == 200));
    }

    private static JsonObject Backwards(JsonObject original) =>
        new(original.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
}
