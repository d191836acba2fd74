using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PagoConsole.Tests.Fuzzing;

/// <summary>One request as bytes on the wire, and what it is about.</summary>
/// <param name="Entrance">Where it knocks.</param>
/// <param name="Bytes">The whole request.</param>
/// <param name="Id">The order, account or event that it names, if it is well formed enough to be taken.</param>
internal sealed record HostileRequest(string Entrance, byte[] Bytes, string? Id);

/// <summary>Requests to every entrance, from good to absurd; the same ones for the same seed.</summary>
internal sealed class HostileRequests(int seed)
{
    private const string Secret = "demo-webhook-secret";
    private static readonly string[] Verbs = ["cancel", "shipment", "delivery", "refund", "dispute", "label", "information", "nothing"];
    private static readonly string[] Pages = ["/", "/sign-in", "/no/such/page", "/docs/", "/openapi/v1.json", "/health/live", "/language?to=xx&returnUrl=//evil.example", "/_blazor/negotiate", "/hangfire"];

    private readonly Random random = new(seed);
    private readonly HostileJson hostile = new(new Random(seed + 1));
    private int last;

    public HostileRequest Next() => random.Next(20) switch
    {
        < 5 => Delivery(),
        < 10 => Order(),
        < 13 => About(),
        < 15 => Login(),
        15 => Post("sign-in", "/sign-in", Encoding.ASCII.GetBytes("Input.Email=a%00@b&Input.Password=x&_handler=sign-in&__RequestVerificationToken=" + Token()), "application/x-www-form-urlencoded", ""),
        16 => Get("buyer's page", $"/pay/{Token()}"),
        17 => random.Next(2) == 0 ? Get("feed", $"/hubs/events?after={Token()}&access_token={Token()}") : Post("feed", $"/hubs/events/negotiate?after={Token()}", [], "text/plain", ""),
        18 => Get("page", Pages[random.Next(Pages.Length)]),
        _ => Broken(),
    };

    private HostileRequest Delivery()
    {
        var id = Id("evt");
        var good = new JsonObject
        {
            ["event_id"] = id,
            ["type"] = random.Next(3) == 0 ? "payment.paid" : "payment.other",
            ["created_at"] = "2026-11-22T20:15:03Z",
            ["data"] = new JsonObject { ["payment_id"] = "pay_fuzz", ["order_id"] = "MP-none", ["amount"] = "1.00", ["currency"] = "PEN", ["paid_at"] = "2026-11-22T20:15:01Z", ["transaction_id"] = Id("tx") },
        };
        var body = Body(good);
        var signature = random.Next(5) switch
        {
            0 => "",
            1 => $"X-Signature: {Token()}\r\n",
            _ => $"X-Signature: {Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))}\r\n",
        };
        return Post("webhook", "/webhook/pagoefectivo", body, "application/json", signature + Odd(), id);
    }

    private HostileRequest Order()
    {
        var id = Id("FZ");
        var good = new JsonObject
        {
            ["orderId"] = id,
            ["amount"] = 9_000.5,
            ["currency"] = "PEN",
            ["returnUrl"] = "https://shop.example/thanks",
            ["ip"] = "190.235.12.7",
            ["placedAt"] = "2025-11-22T15:04:05-05:00",
            ["account"] = new JsonObject { ["id"] = "u-fuzz", ["createdAt"] = "2024-05-20T10:00:00-05:00", ["email"] = "ana@example.pe", ["phone"] = "+51987654321", ["documentType"] = "DNI", ["documentNumber"] = "45678912" },
            ["shippingAddress"] = new JsonObject { ["line1"] = "Av. Arequipa 1234", ["country"] = "PE" },
            ["device"] = new JsonObject { ["fingerprint"] = "fp" },
            ["seller"] = new JsonObject { ["id"] = "s-12", ["ruc"] = "20100047218" },
            ["invoice"] = new JsonObject { ["type"] = "factura", ["ruc"] = "1" },
        };
        var key = random.Next(3) == 0 ? $"Idempotency-Key: {Token()}\r\n" : "";
        return Post("orders", "/api/v1/orders", Body(good), Type(), Key() + key + Odd(), id);
    }

    private HostileRequest About()
    {
        var order = random.Next(2) == 0 ? $"FZ-{seed}-{random.Next(last + 1)}" : Token();
        if (random.Next(4) == 0) return Get("order", $"/api/v1/orders/{order}", Key());
        var good = new JsonObject
        {
            ["amount"] = 1,
            ["reason"] = "r",
            ["carrier"] = "c",
            ["trackingNumber"] = "t",
            ["shippedAt"] = "2026-11-22T15:04:05-05:00",
            ["deliveredAt"] = "2026-11-22T15:04:05-05:00",
            ["receivedBy"] = "b",
            ["openedAt"] = "2026-11-22T15:04:05-05:00",
            ["fraud"] = true,
            ["source"] = "s",
            ["text"] = "t",
        };
        return Post("about an order", $"/api/v1/orders/{order}/{Verbs[random.Next(Verbs.Length)]}", Body(good), Type(), Key() + Odd());
    }

    private HostileRequest Login()
    {
        var id = Id("acc");
        var good = new JsonObject { ["accountId"] = id, ["ip"] = "190.235.12.7", ["deviceFingerprint"] = "fp", ["at"] = "2025-11-22T15:04:05-05:00", ["success"] = true };
        return Post("logins", "/api/v1/logins", Body(good), Type(), Key() + Odd(), id);
    }

    // Not even HTTP, or more of it than anybody takes.
    private HostileRequest Broken() => new("broken", Encoding.Latin1.GetBytes(random.Next(9) switch
    {
        0 => "GET / HTTP/9.9\r\n\r\n",
        1 => Token() + "\r\n\r\n",
        2 => $"GET /{new string('a', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
        3 => $"GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: {new string('b', 60_000)}\r\n\r\n",
        4 => "GET /health/live HTTP/1.1\r\nHost: x\r\n" + string.Concat(Enumerable.Range(0, 300).Select(n => $"X-{n}: {n}\r\n")) + "\r\n",
        5 => $"POST /api/v1/orders HTTP/1.1\r\nHost: x\r\n{Key()}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n",
        6 => "POST /webhook/pagoefectivo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        7 => "POST /webhook/pagoefectivo HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        _ => "POST /api/v1/logins HTTP/1.1\r\nHost: a b\r\nBad Name: 1\r\n\r\n",
    }), null);

    private byte[] Body(JsonObject good) => random.Next(6) == 0 ? Encoding.UTF8.GetBytes(good.ToJsonString()) : hostile.Of(good);

    private string Key() => random.Next(12) == 0 ? $"Authorization: Bearer {Token()}\r\n" : "Authorization: Bearer demo-marketplace-key\r\n";

    private string Type() => random.Next(12) switch { 0 => "text/plain", 1 => "application/json; charset=utf-16", 2 => "multipart/form-data; boundary=x", _ => "application/json" };

    private string Odd() => random.Next(30) switch
    {
        0 => "Content-Encoding: gzip\r\n",
        1 => "Expect: 100-continue\r\n",
        2 => $"X-Forwarded-For: {Token()}\r\n",
        3 => "Accept-Language: xx-XX;q=9,*;q=-1\r\n",
        4 => $"Cookie: .AspNetCore.Identity.Application={Token()}; .AspNetCore.Culture=c%3D{Token()}\r\n",
        5 => "X-Odd: ñandú\r\n",
        _ => "",
    };

    private string Id(string prefix) => $"{prefix}-{seed}-{last++}";

    private string Token() => random.Next(8) switch
    {
        0 => "%00",
        1 => "%ED%A0%80",
        2 => "%2e%2e%2f%2e%2e",
        3 => new string('z', random.Next(1, 3_000)),
        4 => "%F0%9F%98%80",
        5 => "-1",
        6 => "'\"<>".Replace("\"", "%22", StringComparison.Ordinal),
        _ => Convert.ToHexString(BitConverter.GetBytes(random.NextInt64())),
    };

    private static HostileRequest Get(string entrance, string path, string headers = "") =>
        new(entrance, Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n"), null);

    private static HostileRequest Post(string entrance, string path, byte[] body, string type, string headers, string? id = null) => new(
        entrance,
        [.. Encoding.Latin1.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body],
        id);
}
