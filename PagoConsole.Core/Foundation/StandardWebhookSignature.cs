using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.Foundation;

/// <summary>The public Standard Webhooks scheme: HMAC-SHA256 over id, timestamp and body, one signature for each secret.</summary>
internal static class StandardWebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    private const string Prefix = "whsec_";

    /// <summary>The signatures of all secrets, separated by a space: whoever knows any of the secrets can verify.</summary>
    public static string Of(IEnumerable<string> secrets, string id, long timestamp, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', secrets.Select(secret => One(secret, signed)));
    }

    /// <summary>The bytes of a secret <c>whsec_{base64}</c>; null if it is none.</summary>
    public static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length > 0 ? key[..length] : null;
    }

    private static string One(string secret, byte[] signed)
    {
        var key = KeyOf(secret) ?? throw new ArgumentException("A webhook secret is whsec_ followed by base64.", nameof(secret));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
