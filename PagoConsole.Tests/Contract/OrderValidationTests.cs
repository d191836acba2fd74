using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>What is refused at the marketplace's door, one fault at a time: 400, the field named, nothing taken.</summary>
[Collection(ContractCollection.Name)]
public sealed class OrderValidationTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Theory]
    [InlineData("orderId")]
    [InlineData("amount")]
    [InlineData("currency")]
    [InlineData("account.id")]
    [InlineData("account.createdAt")]
    [InlineData("ip")]
    [InlineData("returnUrl")]
    public async Task A_required_field_that_is_missing_is_named(string field)
    {
        await RefusedAsync(OrderJson.New().Without(field), field);
        await RefusedAsync(OrderJson.New().With(field, null), field);
    }

    [Fact]
    public async Task A_missing_account_is_named() =>
        (await marketplace.PlaceAsync(OrderJson.New().Without("account"))).ExpectProblem(400);

    [Theory]
    [InlineData("orderId", "\"\"")]
    [InlineData("orderId", "12345")]
    [InlineData("orderId", "{}")]
    [InlineData("amount", "0")]
    [InlineData("amount", "-5")]
    [InlineData("amount", "10.999")]
    [InlineData("amount", "\"10.999\"")]
    [InlineData("amount", "\"ten\"")]
    [InlineData("amount", "\"\"")]
    [InlineData("amount", "\"1,299.90\"")]
    [InlineData("amount", "true")]
    [InlineData("amount", "[10]")]
    [InlineData("amount", "1e40")]
    [InlineData("amount", "99999999999999999999")]
    [InlineData("currency", "\"EUR\"")]
    [InlineData("currency", "\"\"")]
    [InlineData("currency", "604")]
    [InlineData("account.id", "\"\"")]
    [InlineData("account.id", "881")]
    [InlineData("account.createdAt", "\"yesterday\"")]
    [InlineData("account.createdAt", "\"2024-05-20T10:00:00\"")]
    [InlineData("account.createdAt", "\"2024-13-20T10:00:00Z\"")]
    [InlineData("account.createdAt", "1716217200")]
    [InlineData("account.documentType", "\"PASSPORT\"")]
    [InlineData("account.email", "7")]
    [InlineData("ip", "\"\"")]
    [InlineData("ip", "\"999.1.1.1\"")]
    [InlineData("ip", "\"somewhere\"")]
    [InlineData("ip", "190")]
    [InlineData("returnUrl", "\"/thanks\"")]
    [InlineData("returnUrl", "\"ftp://shop.example/thanks\"")]
    [InlineData("returnUrl", "\"javascript:alert(1)\"")]
    [InlineData("returnUrl", "\"\"")]
    [InlineData("placedAt", "\"soon\"")]
    [InlineData("placedAt", "\"2026-11-22\"")]
    public async Task A_wrong_value_is_refused_and_its_field_named(string field, string json) =>
        await RefusedAsync(OrderJson.New().With(field, JsonNode.Parse(json)), field);

    [Fact]
    public async Task An_order_id_of_65_characters_is_refused() =>
        await RefusedAsync(OrderJson.New(OrderJson.NewId().PadRight(65, 'x')), "orderId");

    [Fact]
    public async Task An_order_from_the_future_is_refused() =>
        await RefusedAsync(OrderJson.New().With("placedAt", OrderJson.Instant(OrderJson.Now.AddMinutes(6))), "placedAt");

    [Theory]
    [InlineData("shippingAddress", "\"Av. Arequipa 1234\"")]
    [InlineData("device", "\"fp-77\"")]
    [InlineData("seller", "[]")]
    [InlineData("items", "{}")]
    [InlineData("account", "\"u-881\"")]
    public async Task A_part_of_the_wrong_shape_is_refused(string field, string json)
    {
        var order = OrderJson.New().With(field, JsonNode.Parse(json));

        (await marketplace.PlaceAsync(order)).ExpectProblem(400);

        (await marketplace.ReadAsync(order.Text("orderId")!)).ExpectProblem(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"order\"")]
    [InlineData("{}")]
    [InlineData("<order/>")]
    public async Task A_body_that_is_no_order_is_refused(string body) =>
        (await marketplace.PlaceTextAsync(body)).ExpectProblem(400);

    [Fact]
    public async Task Every_fault_of_an_order_is_told_without_its_values()
    {
        var order = OrderJson.New().With("account.email", "secret.person@example.pe").With("ip", "not-an-address");

        var answer = (await marketplace.PlaceAsync(order)).ExpectProblem(400, "ip");

        Assert.DoesNotContain("secret.person", answer.Body, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(JsonObject order, string field)
    {
        (await marketplace.PlaceAsync(order)).ExpectProblem(400, field);
        if (order["orderId"] is JsonValue id && id.TryGetValue<string>(out var text) && text.Length is > 0 and <= 64)
            (await marketplace.ReadAsync(text)).ExpectProblem(404);
    }
}
