using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.Orders;

/// <summary>What ties orders to each other.</summary>
public enum IdentifierKind
{
    /// <summary>The marketplace account.</summary>
    Account,

    /// <summary>E-mail address, in small letters.</summary>
    Email,

    /// <summary>Phone number as E.164.</summary>
    Phone,

    /// <summary>Document type and number.</summary>
    Document,

    /// <summary>Device fingerprint.</summary>
    Device,

    /// <summary>IP address; of an IPv6 one the first 64 bits.</summary>
    Ip,

    /// <summary>Shipping address, normalised.</summary>
    Address,

    /// <summary>Who sells.</summary>
    Seller,
}

/// <summary>One identifier of one order, hashed: serves search, velocity and links without showing whose it is.</summary>
public sealed class OrderIdentifier
{
    /// <summary>What kind of identifier.</summary>
    public required IdentifierKind Kind { get; init; }

    /// <summary>The hash of its normalised value.</summary>
    public required byte[] ValueHash { get; init; }

    /// <summary>When the order was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The account that placed it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The first 16 bytes of SHA-256 over kind and normalised value.</summary>
    public static byte[] HashOf(IdentifierKind kind, string normalised) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{normalised}"))[..16];
}
