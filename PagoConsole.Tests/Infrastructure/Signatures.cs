using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>The contract's three signatures, written anew from its text so that a mistake of ours cannot confirm itself.</summary>
internal static class Signatures
{
    /// <summary>PagoEfectivo's webhooks: lowercase hex of HMAC-SHA256(secret, raw body).</summary>
    public static string OfWebhook(string secret, string body) => Hex(secret, body);

    /// <summary>Requests to PagoEfectivo: over <c>{timestamp}.{METHOD}.{path and query}.{raw body}</c>.</summary>
    public static string OfRequest(string secretKey, long timestamp, string method, string pathAndQuery, string body) =>
        Hex(secretKey, string.Create(CultureInfo.InvariantCulture, $"{timestamp}.{method}.{pathAndQuery}.{body}"));

    /// <summary>Callbacks, Standard Webhooks: base64 of HMAC-SHA256(decoded secret, <c>{id}.{timestamp}.{body}</c>).</summary>
    public static bool CallbackIsGenuine(string secret, string id, string timestamp, string body, string signatures)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")));
        return signatures.Split(' ').Contains(expected);
    }

    private static string Hex(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
