namespace PagoConsole.Sandbox.Shoppers;

/// <summary>An order as the marketplace sends it to the console.</summary>
internal sealed record OrderBody(
    string OrderId, decimal Amount, string Currency, DateTimeOffset PlacedAt, string ReturnUrl, OrderAccount Account,
    OrderAddress ShippingAddress, string Ip, OrderDevice Device, OrderSeller Seller, IReadOnlyList<OrderItem> Items, OrderInvoice Invoice);

internal sealed record OrderAccount(
    string Id, DateTimeOffset CreatedAt, string Email, string Phone, string DocumentType, string DocumentNumber, string FullName);

internal sealed record OrderAddress(
    string Line1, string? Line2, string District, string Province, string Region, string Country, string PostalCode);

internal sealed record OrderDevice(string Fingerprint, string UserAgent);

internal sealed record OrderSeller(string Id, string Ruc);

internal sealed record OrderItem(string Sku, string Title, string Category, int Quantity, decimal UnitPrice);

internal sealed record OrderInvoice(string Type, string? Ruc, string? BusinessName);

/// <summary>A login as the marketplace reports it.</summary>
internal sealed record LoginBody(string AccountId, string Ip, string DeviceFingerprint, DateTimeOffset At, bool Success);
