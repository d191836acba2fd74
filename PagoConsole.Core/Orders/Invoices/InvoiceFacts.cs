namespace PagoConsole.Core.Orders.Invoices;

/// <summary>
/// What invoice the buyer of an order wants, as the marketplace told it, and whether one can be made of it. Written with the order, and never
/// changed. Holds personal data: kept apart from the order, shown masked.
/// </summary>
public sealed class InvoiceFacts
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>What the buyer wants.</summary>
    public required InvoiceType Type { get; init; }

    /// <summary>The buyer's RUC as told; null where none was.</summary>
    public string? Ruc { get; init; }

    /// <summary>The buyer's business name as told.</summary>
    public string? BusinessName { get; init; }

    /// <summary>The seller's RUC as told.</summary>
    public string? SellerRuc { get; init; }

    /// <summary>What the data come to.</summary>
    public required InvoiceVerdict Verdict { get; init; }

    /// <summary>Why.</summary>
    public required InvoiceFaults Faults { get; init; }

    /// <summary>When they were checked.</summary>
    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Checks what came with an order.</summary>
    /// <param name="content">The order.</param>
    /// <param name="inSoles">Its amount in soles.</param>
    /// <param name="documentAbove">Above which amount in soles a boleta names the buyer's document.</param>
    /// <param name="now">The present.</param>
    public static InvoiceFacts Of(OrderContent content, decimal inSoles, decimal documentAbove, DateTimeOffset now)
    {
        var (type, ruc, name, sellerRuc) = (TypeOf(content.Invoice), Told(content.Invoice?.Ruc), Told(content.Invoice?.BusinessName), Told(content.Seller?.Ruc));
        var faults = OfType(type) | OfBuyer(type, ruc, name) | OfSeller(content.Seller, sellerRuc);
        if (type == InvoiceType.Boleta && inSoles > documentAbove && Told(content.Account.DocumentNumber) is null && ruc is null) faults |= InvoiceFaults.NoDocument;
        return new InvoiceFacts
        {
            OrderId = content.OrderId,
            Type = type,
            Ruc = ruc,
            BusinessName = name,
            SellerRuc = sellerRuc,
            Verdict = faults.Verdict(),
            Faults = faults,
            CheckedAt = now,
        };
    }

    private static InvoiceType TypeOf(OrderInvoice? invoice) => Told(invoice?.Type)?.ToUpperInvariant() switch
    {
        null => Told(invoice?.Ruc) is null && Told(invoice?.BusinessName) is null ? InvoiceType.None : InvoiceType.Unknown,
        "FACTURA" => InvoiceType.Factura,
        "BOLETA" => InvoiceType.Boleta,
        _ => InvoiceType.Unknown,
    };

    private static InvoiceFaults OfType(InvoiceType type) => type switch
    {
        InvoiceType.None => InvoiceFaults.NoInvoice,
        InvoiceType.Unknown => InvoiceFaults.UnknownType,
        InvoiceType.Factura or InvoiceType.Boleta => InvoiceFaults.None,
    };

    // A boleta needs no RUC; one that is told must be right all the same.
    private static InvoiceFaults OfBuyer(InvoiceType type, string? ruc, string? name)
    {
        var faults = ruc is null ? InvoiceFaults.None : Invoices.Ruc.Check(ruc);
        if (type != InvoiceType.Factura) return faults;
        if (ruc is null) faults |= InvoiceFaults.NoRuc;
        return name is null ? faults | InvoiceFaults.NoBusinessName : faults;
    }

    private static InvoiceFaults OfSeller(OrderSeller? seller, string? ruc) => (seller, ruc) switch
    {
        (null, _) or ({ Id: null }, null) => InvoiceFaults.None,
        (_, null) => InvoiceFaults.NoSellerRuc,
        _ => Invoices.Ruc.Check(ruc) == InvoiceFaults.None ? InvoiceFaults.None : InvoiceFaults.SellerRuc,
    };

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
