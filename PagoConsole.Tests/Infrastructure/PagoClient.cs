using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>The marketplace as the contract draws it: an API key, orders, and what one may do with them.</summary>
internal sealed class PagoClient(Func<Uri> address, string? key = PagoClient.DemoKey)
{
    public const string DemoKey = "demo-marketplace-key";

    public PagoClient(ConsoleProcess console, string? key = DemoKey)
        : this(() => console.Address, key)
    {
    }

    public Task<Answer> PlaceAsync(JsonObject order, string? idempotencyKey = null) =>
        Http.PostAsync(At("/api/v1/orders"), order, Headers(("Idempotency-Key", idempotencyKey)));

    public Task<Answer> PlaceTextAsync(string body) => Http.PostAsync(At("/api/v1/orders"), body, Headers());

    public Task<Answer> ReadAsync(string orderId) => Http.GetAsync(At($"/api/v1/orders/{Uri.EscapeDataString(orderId)}"), Headers());

    public Task<Answer> ActAsync(string orderId, string action, JsonObject? body = null, string? idempotencyKey = null) =>
        Http.PostAsync(At($"/api/v1/orders/{Uri.EscapeDataString(orderId)}/{action}"), body, Headers(("Idempotency-Key", idempotencyKey)));

    public Task<Answer> LoginAsync(JsonObject login) => Http.PostAsync(At("/api/v1/logins"), login, Headers());

    public Task<Answer> GetAsync(string path) => Http.GetAsync(At(path), Headers());

    /// <summary>Places an order that is to be taken and gives it back.</summary>
    public async Task<JsonNode> PlacedAsync(JsonObject? order = null) => (await PlaceAsync(order ?? OrderJson.New())).Expect(201).Json;

    /// <summary>Places an order and waits until it has its payment.</summary>
    public async Task<JsonNode> PayableAsync(JsonObject? order = null)
    {
        var placed = await PlacedAsync(order);
        return placed.At("payment") is not null ? placed : await UntilAsync(Id(placed), "it has a payment", seen => seen.At("payment") is not null);
    }

    public Task<JsonNode> UntilAsync(string orderId, string status) =>
        UntilAsync(orderId, $"{orderId} is {status}", seen => seen.Text("status") == status);

    public Task<JsonNode> UntilAsync(string orderId, string what, Func<JsonNode, bool> holds) =>
        Eventually.BecomesAsync(what, async () => (await ReadAsync(orderId)).Expect(200).Json, holds, show: seen => seen.ToJsonString());

    public async Task<string?> StatusAsync(string orderId) => (await ReadAsync(orderId)).Expect(200).Json.Text("status");

    public static string Id(JsonNode order) => order.Text("orderId")!;

    public static string PaymentId(JsonNode order) => order.Text("payment.paymentId")!;

    private Uri At(string path) => new(address(), path);

    private (string, string)[] Headers(params (string Name, string? Value)[] more) =>
        [.. key is null ? [] : new[] { ("Authorization", $"Bearer {key}") }, .. more.Where(header => header.Value is not null).Select(header => (header.Name, header.Value!))];
}
