using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>The sandbox's controls of contract §4, and what its marketplace received.</summary>
internal sealed class SandboxControls(Func<Uri> address)
{
    public const string CallbackSecret = "whsec_ZGVtby1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ==";

    public SandboxControls(ConsoleProcess console)
        : this(() => console.Address)
    {
    }

    public async Task<Answer> PayAsync(string paymentId, JsonObject? how = null) =>
        (await Http.PostAsync(At($"/sandbox/payments/{paymentId}/pay"), how ?? [])).Expect(200);

    public async Task<Answer> ExpireAsync(string paymentId) => (await Http.PostAsync(At($"/sandbox/payments/{paymentId}/expire"), new JsonObject())).Expect(200);

    public async Task<Answer> RefundAsync(string paymentId) => (await Http.PostAsync(At($"/sandbox/payments/{paymentId}/refund"), new JsonObject())).Expect(200);

    /// <summary>Sets every fault; what is not named is off.</summary>
    public async Task FaultsAsync(
        double timeoutRate = 0, double errorRate = 0, int delayMs = 0, double dropWebhooks = 0, double duplicateWebhooks = 0, double reorderWebhooks = 0) =>
        (await Http.PutAsync(At("/sandbox/faults"), new JsonObject
        {
            ["timeoutRate"] = timeoutRate,
            ["errorRate"] = errorRate,
            ["delayMs"] = delayMs,
            ["dropWebhooks"] = dropWebhooks,
            ["duplicateWebhooks"] = duplicateWebhooks,
            ["reorderWebhooks"] = reorderWebhooks,
        })).Expect(200);

    public async Task ReportAsync(string date, string csv) =>
        (await Http.PutAsync(At("/sandbox/report"), new JsonObject { ["date"] = date, ["csv"] = csv })).Expect(200);

    /// <summary>Every callback about an order, as it was received.</summary>
    public async Task<IReadOnlyList<Callback>> CallbacksAsync(string orderId)
    {
        var answer = (await Http.GetAsync(At($"/sandbox/marketplace/callbacks?orderId={Uri.EscapeDataString(orderId)}"))).Expect(200);
        return [.. answer.Json.AsArray().Select(received => new Callback(received!))];
    }

    /// <summary>Waits until a callback of this type about the order has come, and gives all that came until then.</summary>
    public Task<IReadOnlyList<Callback>> CallbacksUntilAsync(string orderId, string type) =>
        Eventually.BecomesAsync(
            $"the callback {type} about {orderId}",
            () => CallbacksAsync(orderId),
            seen => seen.Any(callback => callback.Type == type),
            show: seen => string.Join(", ", seen.Select(callback => callback.Type)));

    private Uri At(string path) => new(address(), path);
}

/// <summary>One callback as the simulated marketplace received it.</summary>
internal sealed record Callback(JsonNode Received)
{
    private readonly Lazy<JsonNode> parsed = new(() => JsonNode.Parse(Received.Text("body")!)!);

    public string Body => Received.Text("body")!;

    public JsonNode Json => parsed.Value;

    public string Type => Json.Text("type")!;

    public long Sequence => Json.At("data.sequence")!.GetValue<long>();

    public bool SandboxSaysGenuine => Received.At("signatureValid")!.GetValue<bool>();

    public bool IsGenuine =>
        Signatures.CallbackIsGenuine(SandboxControls.CallbackSecret, Header("webhook-id"), Header("webhook-timestamp"), Body, Header("webhook-signature"));

    public string Header(string name) =>
        Received.At("headers")!.AsObject().FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.ToString()
        ?? throw new InvalidOperationException($"The callback has no header {name}.");
}
