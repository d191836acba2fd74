using System.Text.Json;
using System.Text.Json.Nodes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Hosting.MarketplaceApi.Documentation;
using PagoConsole.Hosting.MarketplaceApi.Parsing;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.MarketplaceApi;

public sealed class OrderReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 5, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_contracts_example_is_read_whole()
    {
        var order = await TakenAsync(Example());

        Assert.Equal(("MP-10001", Money.Of(1299.90m, Currency.Pen), "190.235.12.7"), (order.OrderId, order.Amount, order.Ip));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 20, 4, 5, TimeSpan.Zero), order.PlacedAt);
        Assert.Equal("https://shop.example/thanks", order.ReturnUrl);
        Assert.Equal(
            new OrderAccount(
                "u-881", new DateTimeOffset(2024, 5, 20, 15, 0, 0, TimeSpan.Zero), "ana@example.pe", "+51987654321", "DNI", "45678912", "Ana Quispe"),
            order.Account);
        Assert.Equal(new OrderAddress("Av. Arequipa 1234", "Dpto 502", "Lince", "Lima", "Lima", "PE", "15046"), order.ShippingAddress);
        Assert.Equal((new OrderDevice("fp-77ab", "Mozilla/5.0"), new OrderSeller("s-12", "20100047218")), (order.Device, order.Seller));
        Assert.Equal(new OrderItem("TV-55", "TV 55\"", "electronics", 1, 129990), Assert.Single(order.Items));
        Assert.Equal(new OrderInvoice("factura", "20100047218", "Empresa SAC"), order.Invoice);
    }

    [Theory]
    [InlineData("amount", "\"1299.9\"")]
    [InlineData("amount", "1299.900")]
    [InlineData("placedAt", "\"2026-11-22T20:04:05Z\"")]
    [InlineData("account.createdAt", "\"2024-05-20T15:00:00.000Z\"")]
    [InlineData("ip", "\"::ffff:190.235.12.7\"")]
    public async Task The_same_in_other_words_has_the_same_hash(string field, string json) =>
        Assert.Equal((await TakenAsync(Example())).Hash(), (await TakenAsync(Example().With(field, JsonNode.Parse(json)))).Hash());

    [Theory]
    [InlineData("placedAt")]
    [InlineData("account.email")]
    [InlineData("shippingAddress")]
    [InlineData("device")]
    [InlineData("seller")]
    [InlineData("seller.id")]
    [InlineData("items")]
    [InlineData("invoice")]
    public async Task What_is_optional_may_be_absent_null_or_empty(string field)
    {
        await TakenAsync(Example().Without(field));
        await TakenAsync(Example().With(field, null));
        if (field.Contains('.', StringComparison.Ordinal)) await TakenAsync(Example().With(field, ""));
    }

    [Theory]
    [InlineData("orderId", 64)]
    [InlineData("account.id", 128)]
    [InlineData("account.email", 254)]
    [InlineData("account.fullName", 200)]
    [InlineData("device.userAgent", 1000)]
    [InlineData("shippingAddress.line1", 200)]
    [InlineData("items.0.title", 500)]
    public async Task A_text_may_be_just_so_long_in_any_script(string field, int longest)
    {
        await TakenAsync(Example().With(field, string.Concat(Enumerable.Repeat("🧾", longest))));

        await RefusedAsync(Example().With(field, string.Concat(Enumerable.Repeat("a", longest + 1))), Path(field));
    }

    [Theory]
    [InlineData("orderId", "\" \"")]
    [InlineData("orderId", "\"MP\\n1\"")]
    [InlineData("account.id", "\"u\\u0007\"")]
    [InlineData("amount", "0")]
    [InlineData("amount", "-0.01")]
    [InlineData("amount", "1000000000.01")]
    [InlineData("amount", "{}")]
    [InlineData("currency", "\"pen\"")]
    [InlineData("currency", "\"EUR\"")]
    [InlineData("account.documentType", "\"dni\"")]
    [InlineData("items.0.quantity", "0")]
    [InlineData("items.0.quantity", "1.5")]
    [InlineData("items.0.quantity", "\"1\"")]
    [InlineData("items.0.quantity", "99999999999")]
    [InlineData("items.0.unitPrice", "-1")]
    [InlineData("items.0.unitPrice", "0.001")]
    [InlineData("items.0", "7")]
    [InlineData("items", "{}")]
    [InlineData("device", "[]")]
    public async Task A_wrong_value_is_refused_under_its_path(string field, string json) =>
        await RefusedAsync(Example().With(field, JsonNode.Parse(json)), Path(field));

    [Fact]
    public async Task An_order_may_come_five_minutes_from_the_future_and_no_more()
    {
        await TakenAsync(Example().With("placedAt", OrderJson.Instant(Now.AddMinutes(5))));

        await RefusedAsync(Example().With("placedAt", OrderJson.Instant(Now.AddMinutes(5).AddSeconds(1))), "placedAt");
    }

    [Fact]
    public async Task More_than_five_hundred_items_are_refused()
    {
        var item = Example()["items"]![0]!;

        await TakenAsync(Example().With("items", new JsonArray([.. Enumerable.Range(0, 500).Select(_ => item.DeepClone())])));
        await RefusedAsync(Example().With("items", new JsonArray([.. Enumerable.Range(0, 501).Select(_ => item.DeepClone())])), "items");
    }

    [Fact]
    public async Task Nothing_at_all_names_everything_that_is_required() =>
        Assert.Equal(
            ["account", "account.createdAt", "account.id", "amount", "currency", "ip", "orderId", "returnUrl"],
            await FieldsAtFaultAsync(new JsonObject()));

    private static JsonObject Example() => JsonNode.Parse(ApiExamples.Order)!.AsObject();

    // The wire names the second item items[1]; a path through a node in a test says items.1.
    private static string Path(string field) => System.Text.RegularExpressions.Regex.Replace(field, @"\.(\d+)", "[$1]");

    private static async Task<OrderContent> TakenAsync(JsonObject body)
    {
        var (order, problem) = await Bodies.ReadAsync(body.ToJsonString(), wire => OrderReader.Read(wire, Now));
        return order ?? throw new InvalidOperationException((await Bodies.AnswerAsync(problem!)).Body);
    }

    private static async Task RefusedAsync(JsonObject body, string field) => Assert.Equal([field], await FieldsAtFaultAsync(body));

    private static async Task<IEnumerable<string?>> FieldsAtFaultAsync(JsonObject body)
    {
        var (order, problem) = await Bodies.ReadAsync(body.ToJsonString(), wire => OrderReader.Read(wire, Now));
        Assert.Null(order);
        var answer = JsonElement.Parse((await Bodies.AnswerAsync(problem!)).Body);
        return answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order(StringComparer.Ordinal);
    }
}
