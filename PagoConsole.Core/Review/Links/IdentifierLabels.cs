using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Review.Links;

/// <summary>Names identifiers masked, from an order that carries them: their index holds hashes only.</summary>
internal static class IdentifierLabels
{
    private const int DeviceTail = 4;

    /// <summary>All identifiers of an order with their masked values.</summary>
    public static IEnumerable<(IdentifierKey Key, string? Label)> Of(OrderContent content)
    {
        var masked = content.Masked();
        foreach (var (kind, value) in Identifiers.Of(content))
            yield return (IdentifierKey.Of(kind, OrderIdentifier.HashOf(kind, value)), Label(kind, masked));
    }

    private static string? Label(IdentifierKind kind, OrderContent masked) => kind switch
    {
        IdentifierKind.Account => masked.Account.Id,
        IdentifierKind.Email => masked.Account.Email,
        IdentifierKind.Phone => masked.Account.Phone,
        IdentifierKind.Document => $"{masked.Account.DocumentType ?? "DNI"} {masked.Account.DocumentNumber}",
        IdentifierKind.Device => Masking.Tail(masked.Device?.Fingerprint, DeviceTail),
        IdentifierKind.Ip => masked.Ip,
        IdentifierKind.Address => string.Join(", ", new[] { masked.ShippingAddress?.Line1, masked.ShippingAddress?.District ?? masked.ShippingAddress?.Province }.OfType<string>()),
        IdentifierKind.Seller => masked.Seller?.Id,
    };
}
