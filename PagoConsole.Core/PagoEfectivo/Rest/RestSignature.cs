using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>How we sign what we send: lowercase hex of HMAC-SHA256 over <c>{timestamp}.{METHOD}.{path and query}.{raw body}</c>.</summary>
internal static class RestSignature
{
    public static string Of(string secret, long timestamp, string method, string pathAndQuery, ReadOnlySpan<byte> rawBody)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{timestamp}.{method}.{pathAndQuery}."));
        byte[] signed = [.. head, .. rawBody];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
