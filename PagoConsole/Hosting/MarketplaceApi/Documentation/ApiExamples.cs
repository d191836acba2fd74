namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

/// <summary>Whole and right bodies, which a test also sends.</summary>
internal static class ApiExamples
{
    public const string Order = """
        {
          "orderId": "MP-10001",
          "amount": 1299.90, "currency": "PEN",
          "placedAt": "2026-11-22T15:04:05-05:00",
          "returnUrl": "https://shop.example/thanks",
          "account": { "id": "u-881", "createdAt": "2024-05-20T10:00:00-05:00", "email": "ana@example.pe", "phone": "+51987654321",
                       "documentType": "DNI", "documentNumber": "45678912", "fullName": "Ana Quispe" },
          "shippingAddress": { "line1": "Av. Arequipa 1234", "line2": "Dpto 502", "district": "Lince", "province": "Lima",
                               "region": "Lima", "country": "PE", "postalCode": "15046" },
          "ip": "190.235.12.7",
          "device": { "fingerprint": "fp-77ab", "userAgent": "Mozilla/5.0" },
          "seller": { "id": "s-12", "ruc": "20100047218" },
          "items": [ { "sku": "TV-55", "title": "TV 55\"", "category": "electronics", "quantity": 1, "unitPrice": 1299.90 } ],
          "invoice": { "type": "factura", "ruc": "20100047218", "businessName": "Empresa SAC" }
        }
        """;

    public const string Cancel = """{ "reason": "The seller has no stock" }""";

    public const string Shipment = """{ "carrier": "Olva Courier", "trackingNumber": "OL-123456", "shippedAt": "2026-11-23T09:00:00-05:00" }""";

    public const string Delivery = """{ "deliveredAt": "2026-11-24T11:30:00-05:00", "receivedBy": "Ana Quispe" }""";

    public const string Refund = """{ "amount": 1299.90, "reason": "The buyer sent it back" }""";

    public const string Dispute = """
        { "reason": "The buyer says it never came", "openedAt": "2026-12-01T10:00:00-05:00", "dueAt": "2026-12-08T10:00:00-05:00", "amount": 1299.90 }
        """;

    public const string Label = """{ "fraud": true, "source": "chargeback desk" }""";

    public const string Information = """{ "text": "The buyer sent a copy of the document." }""";

    public const string Login = """
        { "accountId": "u-881", "ip": "190.235.12.7", "deviceFingerprint": "fp-77ab", "at": "2026-11-22T15:00:00-05:00", "success": true }
        """;

    public const string Problem = """
        {
          "type": "urn:pagoconsole:problem:invalid", "title": "The request is not valid", "status": 400,
          "detail": "account.createdAt is missing.", "field": "account.createdAt",
          "errors": [ { "field": "account.createdAt", "message": "is missing" } ],
          "requestId": "req_01kb4n5m8x3v9q7r2t6w0y4z1a"
        }
        """;
}
