namespace PagoConsole.Core.Orders;

/// <summary>What is left of an order's content once its personal data is erased: figures, goods, region, and the number of the run.</summary>
public static class OrderErasure
{
    /// <summary>The content without anything personal.</summary>
    /// <param name="content">The content; one that is erased already stays as it is.</param>
    /// <param name="run">The number of the retention run.</param>
    public static OrderContent Erased(this OrderContent content, int run) => content.ErasedUnder is not null ? content : content with
    {
        ErasedUnder = run,
        ReturnUrl = Uri.TryCreate(content.ReturnUrl, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : "",
        Account = content.Account with { Email = null, Phone = null, DocumentNumber = null, FullName = null },
        ShippingAddress = content.ShippingAddress is { } address ? new OrderAddress(null, null, null, null, address.Region, address.Country, null) : null,
        Ip = "",
        Device = null,
        Seller = content.Seller is { } seller ? seller with { Ruc = null } : null,
        Items = [.. content.Items.Select(item => item with { Title = null })],
        Invoice = content.Invoice is { } invoice ? new OrderInvoice(invoice.Type, null, null) : null,
    };
}
