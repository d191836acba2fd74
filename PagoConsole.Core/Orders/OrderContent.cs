using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Orders;

/// <summary>An order as the marketplace told it, parsed. Holds personal data: kept apart from the order itself, shown masked.</summary>
public sealed record OrderContent
{
    /// <summary>The marketplace's id, 1 to 64 characters.</summary>
    public required string OrderId { get; init; }

    /// <summary>What the buyer is to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>When it was placed, if the marketplace says so.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Where the buyer goes afterwards: absolute, http or https.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>Who buys.</summary>
    public required OrderAccount Account { get; init; }

    /// <summary>Where the goods go.</summary>
    public OrderAddress? ShippingAddress { get; init; }

    /// <summary>The address the order came from, v4 or v6, in its canonical form.</summary>
    public required string Ip { get; init; }

    /// <summary>The device the order came from.</summary>
    public OrderDevice? Device { get; init; }

    /// <summary>Who sells.</summary>
    public OrderSeller? Seller { get; init; }

    /// <summary>What is bought.</summary>
    public IReadOnlyList<OrderItem> Items { get; init; } = [];

    /// <summary>Factura or boleta.</summary>
    public OrderInvoice? Invoice { get; init; }

    /// <summary>The number of the retention run that erased what was personal in it; null while it is whole. No part of what the marketplace told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ErasedUnder { get; init; }

    private static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static OrderContent FromJson(string json) => JsonSerializer.Deserialize<OrderContent>(json, Json)!;

    /// <summary>SHA-256 of the content: two requests that say the same in other words (1299.9 and 1299.90, other offsets) have the same.</summary>
    public byte[] Hash() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Canonical(), Json));

    private OrderContent Canonical() => this with
    {
        PlacedAt = PlacedAt?.ToUniversalTime(),
        Account = Account with { CreatedAt = Account.CreatedAt.ToUniversalTime() },
    };
}

/// <summary>Who buys.</summary>
/// <param name="Id">The account at the marketplace.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Phone">Phone number, as told.</param>
/// <param name="DocumentType">DNI, CE, PAS or RUC.</param>
/// <param name="DocumentNumber">The document's number, as told.</param>
/// <param name="FullName">The buyer's name.</param>
public sealed record OrderAccount(
    string Id, DateTimeOffset CreatedAt, string? Email, string? Phone, string? DocumentType, string? DocumentNumber, string? FullName);

/// <summary>Where the goods go.</summary>
public sealed record OrderAddress(
    string? Line1, string? Line2, string? District, string? Province, string? Region, string? Country, string? PostalCode);

/// <summary>The device an order came from.</summary>
public sealed record OrderDevice(string? Fingerprint, string? UserAgent);

/// <summary>Who sells.</summary>
public sealed record OrderSeller(string? Id, string? Ruc);

/// <summary>One line of an order; the unit price in hundredths of the order's currency.</summary>
public sealed record OrderItem(string? Sku, string? Title, string? Category, int Quantity, long? UnitPriceMinor);

/// <summary>What invoice the buyer wants.</summary>
public sealed record OrderInvoice(string? Type, string? Ruc, string? BusinessName);

/// <summary>The stored content of an order, in a table of its own so that it can be erased one day while the order stays.</summary>
public sealed class OrderContentRow
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary><see cref="OrderContent"/> as JSON.</summary>
    public required string Json { get; init; }
}
