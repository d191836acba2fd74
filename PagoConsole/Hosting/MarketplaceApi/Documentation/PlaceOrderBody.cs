using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

[Description("An order as the marketplace places it. Fields that are not described here are ignored.")]
internal sealed record PlaceOrderBody
{
    [Description("The marketplace's own id of the order, without control characters. It is taken once.")]
    [Length(1, 64)]
    public required string OrderId { get; init; }

    [Description("What the buyer is to pay: more than 0, at most two decimals; a number or a text.")]
    [WireAmount]
    public required decimal Amount { get; init; }

    [Description("ISO 4217.")]
    [AllowedValues("PEN", "USD")]
    public required string Currency { get; init; }

    [Description("When the buyer placed it; the time of arrival where it is absent. At most 5 minutes in the future.")]
    public DateTimeOffset? PlacedAt { get; init; }

    [Description("Where the buyer goes after paying: absolute, http or https.")]
    [MaxLength(2048)]
    public required string ReturnUrl { get; init; }

    [Description("Who buys.")]
    public required AccountBody Account { get; init; }

    [Description("Where the goods go.")]
    public AddressBody? ShippingAddress { get; init; }

    [Description("The buyer's address on the network, IPv4 or IPv6.")]
    [MaxLength(45)]
    public required string Ip { get; init; }

    [Description("The device the order came from.")]
    public DeviceBody? Device { get; init; }

    [Description("Who sells.")]
    public SellerBody? Seller { get; init; }

    [Description("What is bought.")]
    [MaxLength(500)]
    public IReadOnlyList<ItemBody>? Items { get; init; }

    [Description("Which invoice the buyer wants.")]
    public InvoiceBody? Invoice { get; init; }
}

[Description("Who buys.")]
internal sealed record AccountBody
{
    [Description("The account at the marketplace.")]
    [Length(1, 128)]
    public required string Id { get; init; }

    [Description("When the account was opened.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [MaxLength(254)]
    public string? Email { get; init; }

    [MaxLength(40)]
    public string? Phone { get; init; }

    [AllowedValues("DNI", "CE", "PAS", "RUC")]
    public string? DocumentType { get; init; }

    [MaxLength(40)]
    public string? DocumentNumber { get; init; }

    [MaxLength(200)]
    public string? FullName { get; init; }
}

[Description("Where the goods go.")]
internal sealed record AddressBody
{
    [MaxLength(200)]
    public string? Line1 { get; init; }

    [MaxLength(200)]
    public string? Line2 { get; init; }

    [MaxLength(100)]
    public string? District { get; init; }

    [MaxLength(100)]
    public string? Province { get; init; }

    [MaxLength(100)]
    public string? Region { get; init; }

    [MaxLength(60)]
    public string? Country { get; init; }

    [MaxLength(20)]
    public string? PostalCode { get; init; }
}

[Description("The device the order came from.")]
internal sealed record DeviceBody
{
    [MaxLength(256)]
    public string? Fingerprint { get; init; }

    [MaxLength(1000)]
    public string? UserAgent { get; init; }
}

[Description("Who sells.")]
internal sealed record SellerBody
{
    [MaxLength(128)]
    public string? Id { get; init; }

    [MaxLength(20)]
    public string? Ruc { get; init; }
}

[Description("One line of the order.")]
internal sealed record ItemBody
{
    [MaxLength(100)]
    public string? Sku { get; init; }

    [MaxLength(500)]
    public string? Title { get; init; }

    [Description("What the rules about categories look at.")]
    [MaxLength(100)]
    public string? Category { get; init; }

    [Description("How many; 1 where it is absent.")]
    [Range(1, 1_000_000)]
    public int? Quantity { get; init; }

    [Description("The price of one, in the order's currency.")]
    [WireAmount]
    public decimal? UnitPrice { get; init; }
}

[Description("Which invoice the buyer wants.")]
internal sealed record InvoiceBody
{
    [Description("For example factura or boleta.")]
    [MaxLength(40)]
    public string? Type { get; init; }

    [MaxLength(20)]
    public string? Ruc { get; init; }

    [MaxLength(200)]
    public string? BusinessName { get; init; }
}

/// <summary>Marks an amount that may be written as a number or as a text.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireAmountAttribute : Attribute;
