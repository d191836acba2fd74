using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PagoConsole.Tests.Sandbox;

/// <summary>An answer of the gateway, read whole.</summary>
internal sealed record GatewayReply(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement.Clone();

    public string? this[string field] => Json.GetProperty(field).ToString();

    public int Code => Json.GetProperty("code").GetInt32();
}

/// <summary>Calls the gateway as contract Rest has it, signed by hand.</summary>
internal sealed class SignedCalls(HttpClient http)
{
    private const string Base = "/sandbox/pagoefectivo/api/v1";

    public static object Order(string orderId, object? amount = null, string expiresAt = "2099-01-01T00:00:00Z") => new
    {
        order_id = orderId,
        amount = amount ?? "150.00",
        currency = "PEN",
        expires_at = expiresAt,
        return_url = "https://shop.example/thanks",
        concept = "Order " + orderId,
        customer = new { email = "ana@example.pe", full_name = "Ana Quispe", document_type = "DNI", document_number = "45678912", phone = "+51987654321" },
    };

    public Task<GatewayReply> CreateAsync(object order, string key) => SendAsync(HttpMethod.Post, "/payment", order, key);

    /// <summary>A payment of 150.00 PEN; its id.</summary>
    public async Task<string> NewAsync(string orderId, object? amount = null)
    {
        var reply = await CreateAsync(Order(orderId, amount), "create-" + orderId);
        Assert.True(reply.Status == HttpStatusCode.Created, reply.Text);
        return reply["id"]!;
    }

    public Task<GatewayReply> GetAsync(string id) => SendAsync(HttpMethod.Get, "/payment/" + id);

    public Task<GatewayReply> CancelAsync(string id, string key) => SendAsync(HttpMethod.Post, $"/payment/{id}/cancel", null, key);

    public Task<GatewayReply> RefundAsync(string id, object amount, string key) =>
        SendAsync(HttpMethod.Post, $"/payment/{id}/refund", new { amount, reason = "returned" }, key);

    public Task<GatewayReply> ReportAsync(string date) => SendAsync(HttpMethod.Get, "/report?date=" + date);

    public async Task<GatewayReply> SendAsync(
        HttpMethod method, string path, object? body = null, string? key = null, long? timestamp = null, Action<HttpRequestMessage>? change = null)
    {
        var text = body as string ?? (body is null ? "" : JsonSerializer.Serialize(body));
        var time = (timestamp ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{time}.{method}.{Base}{path}.{text}");
        using var request = new HttpRequestMessage(method, Base + path);
        if (text.Length > 0) request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        request.Headers.Add("X-Client-Id", "demo-client");
        request.Headers.Add("X-Timestamp", time);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData("demo-secret-key"u8, signed)));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        change?.Invoke(request);
        using var response = await http.SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        return new GatewayReply(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }
}
