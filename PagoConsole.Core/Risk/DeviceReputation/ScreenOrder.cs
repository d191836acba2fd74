using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>
/// The body of FraudLabs Pro's Screen Order, version 2. Personal data stays here: of the e-mail address its hash and domain are sent; the
/// phone number, for which that service has no hash, and name, document and street are not sent at all. There is no card in our orders.
/// </summary>
internal sealed record ScreenOrder
{
    /// <summary>FraudLabs Pro takes no longer order ids.</summary>
    private const int LongestOrderId = 15;

    private const int HashRounds = 65_536;
    private const string Salt = "fraudlabspro_";

    [JsonPropertyName("key")]
    public required string Key { get; init; }

    [JsonPropertyName("format")]
    public string Format => "json";

    [JsonPropertyName("ip")]
    public required string Ip { get; init; }

    [JsonPropertyName("user_order_id")]
    public string? OrderId { get; init; }

    [JsonPropertyName("amount")]
    public required string Amount { get; init; }

    [JsonPropertyName("currency")]
    public required string Currency { get; init; }

    [JsonPropertyName("quantity")]
    public int? Quantity { get; init; }

    [JsonPropertyName("payment_mode")]
    public string PaymentMode => "others";

    [JsonPropertyName("email_domain")]
    public string? EmailDomain { get; init; }

    [JsonPropertyName("email_hash")]
    public string? EmailHash { get; init; }

    [JsonPropertyName("ship_country")]
    public string? ShippingCountry { get; init; }

    /// <summary>What FraudLabs Pro's script in the shop's page gives for a device; the marketplace hands it on as the fingerprint.</summary>
    [JsonPropertyName("flp_checksum")]
    public string? Device { get; init; }

    public static ScreenOrder Of(OrderContent order, DeviceReputationOptions options)
    {
        var email = Identifiers.Email(order.Account.Email);
        return new()
        {
            Key = options.ApiKey,
            Ip = order.Ip,
            OrderId = order.OrderId.Length <= LongestOrderId ? order.OrderId : null,
            Amount = order.Amount.ToWire(),
            Currency = order.Amount.Currency.Code,
            Quantity = order.Items.Count > 0 ? order.Items.Sum(item => item.Quantity) : null,
            EmailDomain = email?.LastIndexOf('@') is >= 0 and var at ? email[(at + 1)..] : null,
            EmailHash = email is not null && options.SendEmailHash ? Hash(email) : null,
            ShippingCountry = order.ShippingAddress?.Country,
            Device = order.Device?.Fingerprint is { Length: > 0 } fingerprint ? fingerprint : null,
        };
    }

    /// <summary>What FraudLabs Pro calls SHA1-64k: SHA-1 in hexadecimal, salted, over and over, so that trying addresses is costly.</summary>
    internal static string Hash(string text)
    {
        // The salt and a hash of 40 characters, again and again in the same place.
        Span<byte> salted = stackalloc byte[Salt.Length + (2 * SHA1.HashSizeInBytes)];
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        Encoding.ASCII.GetBytes(Salt, salted);
        SHA1.HashData(Encoding.UTF8.GetBytes(Salt + Salt + text), digest);
        for (var round = 1; round < HashRounds; round++)
        {
            Convert.TryToHexStringLower(digest, salted[Salt.Length..], out _);
            SHA1.HashData(salted, digest);
        }

        return Convert.ToHexStringLower(digest);
    }
}
