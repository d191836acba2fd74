using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>The normal form of what a list entry names.</summary>
public static class ListedValue
{
    /// <summary>Brings it into its normal form; null if it is none of its kind.</summary>
    public static string? Of(ListedKind kind, string text)
    {
        var plain = text.Trim();
        if (plain.Length is 0 or > ListEntry.Longest) return null;
        return kind switch
        {
            ListedKind.Account or ListedKind.Device => plain,
            ListedKind.EmailDomain => Domain(plain),
            ListedKind.Phone => Identifiers.Phone(plain) is { } phone && phone.StartsWith('+') ? phone : null,
            ListedKind.Document => Document(plain),
            ListedKind.Address => Identifiers.Address(new OrderAddress(plain, null, null, null, null, null, null)),
            ListedKind.IpRange => ListKeys.Network(plain),
        };
    }

    /// <summary>The normal form of an order's own identifier; null where the order has none of that kind.</summary>
    public static string? Of(ListedKind kind, OrderContent order) => kind switch
    {
        ListedKind.Account => order.Account.Id,
        ListedKind.EmailDomain => order.Account.Email is { } email && email.Contains('@', StringComparison.Ordinal) ? Domain(email.Trim()) : null,
        ListedKind.Phone => order.Account.Phone is { } phone ? Of(kind, phone) : null,
        ListedKind.Document => Identifiers.Document(order.Account.DocumentType, order.Account.DocumentNumber),
        ListedKind.Device => order.Device?.Fingerprint is { Length: > 0 } device ? Of(kind, device) : null,
        ListedKind.Address => Identifiers.Address(order.ShippingAddress),
        ListedKind.IpRange => ListKeys.Network(order.Ip),
    };

    /// <summary>Shows enough to recognise it, and not more than one may see.</summary>
    public static string Masked(this ListEntry entry) => entry.Kind switch
    {
        ListedKind.Phone or ListedKind.Document => Masking.Tail(entry.Value, 3) ?? "",
        ListedKind.Address => "•••",
        ListedKind.IpRange when entry.Value.EndsWith("/32", StringComparison.Ordinal) || entry.Value.EndsWith("/128", StringComparison.Ordinal) || !entry.Value.Contains('/', StringComparison.Ordinal) => Masking.Ip(entry.Value),
        ListedKind.Account or ListedKind.EmailDomain or ListedKind.Device or ListedKind.IpRange => entry.Value,
    };

    private static string? Domain(string text)
    {
        var domain = text[(text.LastIndexOf('@') + 1)..].ToLowerInvariant();
        return domain.Contains('.', StringComparison.Ordinal) && !domain.Any(char.IsWhiteSpace) ? domain : null;
    }

    // "DNI 45678912", "DNI:45678912", or the number alone, which then is a DNI.
    private static string? Document(string text)
    {
        var parts = text.Split([' ', ':'], 2, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var type, _] && type.ToUpperInvariant() is "DNI" or "CE" or "PAS" or "RUC"
            ? Identifiers.Document(parts[0], parts[1])
            : Identifiers.Document(null, text);
    }
}
