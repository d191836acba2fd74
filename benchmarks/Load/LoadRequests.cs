namespace PagoConsole.Benchmarks.Load;

/// <summary>The requests that are sent, by name.</summary>
internal static class LoadRequests
{
    public const string Deliveries = "deliveries";
    public const string Orders = "orders";

    /// <summary>The demo's webhook secret; the servers run on their embedded defaults.</summary>
    public const string Secret = "demo-webhook-secret";

    private const string Key = "demo-marketplace-key";

    public static RequestTemplate Of(string what, string path, int seed) => what switch
    {
        Deliveries => new RequestTemplate(path, "", Delivery(), 200, Secret, seed),
        Orders => new RequestTemplate(path, $"Authorization: Bearer {Key}\r\n", Order(), 201, null, seed),
        _ => throw new ArgumentException($"There are no {what}."),
    };

    // 400 bytes. Of a type that nobody knows, so that no alarm is raised for each payment that is not there.
    private static string Delivery()
    {
        var id = new string(RequestTemplate.Blank, 26);
        var body = $$$"""
            {"event_id":"evt_{{{id}}}","type":"payment.registered","created_at":"2026-11-22T20:15:03Z","request_id":"req_{{{id}}}",
            "data":{"payment_id":"pay_{{{id}}}","order_id":"MP-{{{id}}}","cip":"00012345678","status":"paid","amount":"1299.90","currency":"PEN",
            "paid_at":"2026-11-22T20:15:01Z","channel":"AGENTE-BCP","transaction_id":"tx_{{{id}}}"}}
            """;
        return body.Replace("\n", "", StringComparison.Ordinal).PadRight(400);
    }

    // Every order is another one, of one of a million buyers; with all that the rules look at.
    private static string Order()
    {
        var (id, half) = (new string(RequestTemplate.Blank, 26), new string(RequestTemplate.Buyer, 3));
        var buyer = half + half;
        return $$$"""
            {"orderId":"MP-{{{id}}}","amount":129.90,"currency":"PEN","returnUrl":"https://shop.example/thanks",
            "account":{"id":"u-{{{buyer}}}","createdAt":"2024-05-20T10:00:00-05:00","email":"u{{{buyer}}}@example.pe","phone":"+519{{{buyer}}}12","documentType":"DNI","documentNumber":"45{{{buyer}}}","fullName":"Ana Quispe"},
            "shippingAddress":{"line1":"Av. Arequipa {{{buyer}}}","district":"Lince","province":"Lima","region":"Lima","country":"PE"},
            "ip":"2803:a31:1{{{half}}}:1{{{half}}}::1","device":{"fingerprint":"fp-{{{buyer}}}","userAgent":"Mozilla/5.0"},"seller":{"id":"s-{{{RequestTemplate.Blank}}}{{{RequestTemplate.Blank}}}"},
            "items":[{"sku":"TV-55","title":"Lamp","category":"home","quantity":1,"unitPrice":129.90}]}
            """.Replace("\n", "", StringComparison.Ordinal);
    }
}
