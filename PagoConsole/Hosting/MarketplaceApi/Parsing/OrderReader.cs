using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Hosting.MarketplaceApi.Parsing;

/// <summary>Reads the body by which an order is placed.</summary>
internal static class OrderReader
{
    public const int LongestId = 64;
    public const int MostItems = 500;

    /// <summary>How far the marketplace's clock may go before ours.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // What is wrong with them is told to finance; no sale is lost over it.
    private const int LongestInvoiceText = 500;
    private const int MostPieces = 1_000_000;
    private static readonly string[] Codes = [.. Currency.OfOrders.Select(currency => currency.Code)];
    private static readonly string[] Documents = ["DNI", "CE", "PAS", "RUC"];

    public static OrderContent Read(WireObject body, DateTimeOffset now)
    {
        var orderId = body.RequiredId("orderId", LongestId);
        var amount = body.RequiredAmount("amount");
        return new OrderContent
        {
            OrderId = orderId,
            Amount = Money.Of(amount, CurrencyOf(body)),
            PlacedAt = PlacedAt(body, now),
            ReturnUrl = body.RequiredForm("returnUrl", 2048, WireForms.Url, WireForms.UrlTakes),
            Account = Account(body.RequiredObject("account")),
            ShippingAddress = body.Object("shippingAddress") is { } address ? Address(address) : null,
            Ip = body.RequiredForm("ip", 45, WireForms.Ip, WireForms.IpTakes),
            Device = body.Object("device") is { } device ? new OrderDevice(device.Text("fingerprint", 256), device.Text("userAgent", 1000)) : null,
            Seller = body.Object("seller") is { } seller ? new OrderSeller(seller.Text("id", 128), seller.Text("ruc", LongestInvoiceText)) : null,
            Items = body.List("items", MostItems, Item),
            Invoice = body.Object("invoice") is { } invoice
                ? new OrderInvoice(invoice.Text("type", LongestInvoiceText), invoice.Text("ruc", LongestInvoiceText), invoice.Text("businessName", LongestInvoiceText))
                : null,
        };
    }

    private static Currency CurrencyOf(WireObject body) =>
        Currency.TryParse(body.RequiredOneOf("currency", Codes), out var currency) ? currency : Currency.Pen;

    private static DateTimeOffset? PlacedAt(WireObject body, DateTimeOffset now)
    {
        var placedAt = body.Instant("placedAt");
        if (placedAt > now + Skew) body.Fault("placedAt", "lies more than 5 minutes in the future");
        return placedAt;
    }

    private static OrderAccount Account(WireObject account) => new(
        account.RequiredId("id", 128),
        account.RequiredInstant("createdAt"),
        account.Text("email", 254),
        account.Text("phone", 40),
        account.OneOf("documentType", Documents),
        account.Text("documentNumber", 40),
        account.Text("fullName", 200));

    private static OrderAddress Address(WireObject address) => new(
        address.Text("line1", 200),
        address.Text("line2", 200),
        address.Text("district", 100),
        address.Text("province", 100),
        address.Text("region", 100),
        address.Text("country", 60),
        address.Text("postalCode", 20));

    private static OrderItem Item(WireObject item) => new(
        item.Text("sku", 100),
        item.Text("title", 500),
        item.Text("category", 100),
        item.Count("quantity", MostPieces) ?? 1,
        item.Amount("unitPrice", mayBeZero: true) is { } price ? (long)(price * 100) : null);
}
