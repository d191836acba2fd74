using PagoConsole.Core.Orders.Invoices;

namespace PagoConsole.Core.Orders;

/// <summary>Shows enough of personal data to recognise it, and not enough to use it.</summary>
public static class Masking
{
    /// <summary>The same order with everything personal masked.</summary>
    public static OrderContent Masked(this OrderContent content) => content with
    {
        Account = content.Account with
        {
            Email = Email(content.Account.Email),
            Phone = Tail(content.Account.Phone, 3),
            DocumentNumber = Tail(content.Account.DocumentNumber, 3),
            FullName = Name(content.Account.FullName),
        },
        ShippingAddress = content.ShippingAddress is null ? null : content.ShippingAddress with { Line1 = Hidden(content.ShippingAddress.Line1), Line2 = Hidden(content.ShippingAddress.Line2) },
        Ip = content.Ip.Length == 0 ? "" : Ip(content.Ip),
        Seller = content.Seller is { } seller ? seller with { Ruc = Ruc.Masked(seller.Ruc) } : null,
        Invoice = content.Invoice is { } invoice ? invoice with { Ruc = Ruc.Masked(invoice.Ruc), BusinessName = Ruc.MaskedName(invoice.Ruc, invoice.BusinessName) } : null,
    };

    /// <summary>First letter and domain: <c>a•••@example.pe</c>.</summary>
    public static string? Email(string? email)
    {
        if (string.IsNullOrEmpty(email)) return email;
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "•••" : $"{email[0]}•••{email[at..]}";
    }

    /// <summary>The last characters: <c>•••912</c>.</summary>
    public static string? Tail(string? text, int shown) =>
        string.IsNullOrEmpty(text) ? text : text.Length <= shown ? "•••" : $"•••{text[^shown..]}";

    /// <summary>Initials: <c>A. Q.</c></summary>
    public static string? Name(string? name) =>
        string.IsNullOrWhiteSpace(name) ? name : string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => $"{part[0]}."));

    /// <summary>The network without the host: <c>190.235.•.•</c>.</summary>
    public static string Ip(string ip)
    {
        var parts = ip.Split('.');
        if (parts.Length == 4) return $"{parts[0]}.{parts[1]}.•.•";
        var groups = ip.Split(':');
        return groups.Length > 2 ? $"{groups[0]}:{groups[1]}:•" : "•••";
    }

    private static string? Hidden(string? text) => string.IsNullOrEmpty(text) ? text : "•••";
}
