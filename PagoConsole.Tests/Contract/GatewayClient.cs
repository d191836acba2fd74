using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>A client of PagoEfectivo's contract Rest (§2), pointed at the sandbox: it reads the truth on the other side.</summary>
internal sealed class GatewayClient(Uri console, string clientId = "demo-client", string secretKey = "demo-secret-key")
{
    private const string BasePath = "/sandbox/pagoefectivo";

    public Task<Answer> CreateAsync(JsonObject payment, string idempotencyKey) => SendAsync("POST", "/api/v1/payment", payment.ToJsonString(), idempotencyKey);

    public Task<Answer> ReadAsync(string paymentId) => SendAsync("GET", $"/api/v1/payment/{paymentId}");

    public Task<Answer> CancelAsync(string paymentId, string idempotencyKey) => SendAsync("POST", $"/api/v1/payment/{paymentId}/cancel", "", idempotencyKey);

    public Task<Answer> RefundAsync(string paymentId, JsonObject refund, string idempotencyKey) =>
        SendAsync("POST", $"/api/v1/payment/{paymentId}/refund", refund.ToJsonString(), idempotencyKey);

    public Task<Answer> ReportAsync(string date) => SendAsync("GET", $"/api/v1/report?date={date}");

    public static JsonObject Payment(string? orderId = null, decimal amount = 129.90m) => new()
    {
        ["order_id"] = orderId ?? OrderJson.NewId("DIRECT"),
        ["amount"] = amount,
        ["currency"] = "PEN",
        ["expires_at"] = OrderJson.Instant(OrderJson.Now.AddHours(24)),
        ["return_url"] = "https://shop.example/thanks",
        ["concept"] = "A book",
        ["customer"] = new JsonObject
        {
            ["email"] = "ana@example.pe",
            ["full_name"] = "Ana Quispe",
            ["document_type"] = "DNI",
            ["document_number"] = "45678912",
            ["phone"] = "+51987654321",
        },
    };

    private Task<Answer> SendAsync(string method, string pathAndQuery, string body = "", string? idempotencyKey = null)
    {
        var target = BasePath + pathAndQuery;
        var timestamp = OrderJson.Now.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(console, target));
        if (method != "GET") request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        return Http.SendAsync(request,
        [
            ("X-Client-Id", clientId),
            ("X-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture)),
            ("X-Signature", Signatures.OfRequest(secretKey, timestamp, method, target, body)),
        ]);
    }
}
