using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>PagoEfectivo as it calls us: contract §3, with the signature of the demo secret unless told otherwise.</summary>
internal sealed class WebhookSender(Func<Uri> address, string secret = WebhookSender.DemoSecret)
{
    public const string DemoSecret = "demo-webhook-secret";

    public WebhookSender(ConsoleProcess console, string secret = DemoSecret)
        : this(() => console.Address, secret)
    {
    }

    /// <summary>An event about an order's payment, whole and right; change what the test is about.</summary>
    public static JsonObject Event(string type, JsonNode order, string? transactionId = null)
    {
        var body = New(type, order.Text("payment.paymentId")!, PagoClient.Id(order));
        if (type is not "payment.paid" and not "payment.refunded") return body;
        return body.With("data.amount", order.Text("amount") ?? "129.90").With("data.currency", order.Text("currency") ?? "PEN")
            .With("data.paid_at", OrderJson.Instant(OrderJson.Now)).With("data.channel", "AGENTE-BCP")
            .With("data.transaction_id", transactionId ?? OrderJson.NewId("tx"));
    }

    public static JsonObject New(string type, string paymentId, string orderId) => new()
    {
        ["event_id"] = OrderJson.NewId("evt"),
        ["type"] = type,
        ["created_at"] = OrderJson.Instant(OrderJson.Now),
        ["request_id"] = OrderJson.NewId("req"),
        ["data"] = new JsonObject
        {
            ["payment_id"] = paymentId,
            ["order_id"] = orderId,
            ["cip"] = "00012345678",
            ["status"] = type.Split('.')[^1],
        },
    };

    public Task<Answer> SendAsync(JsonObject body) => SendTextAsync(body.ToJsonString());

    public Task<Answer> SendTextAsync(string body, params (string Name, string Value)[] headers) =>
        Http.PostAsync(At, body, [("X-Signature", Signatures.OfWebhook(secret, body)), .. headers]);

    public Task<Answer> SendUnsignedAsync(string body, params (string Name, string Value)[] headers) => Http.PostAsync(At, body, headers);

    private Uri At => new(address(), "/webhook/pagoefectivo");
}
