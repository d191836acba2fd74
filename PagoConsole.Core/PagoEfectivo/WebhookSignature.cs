using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>How PagoEfectivo signs what it sends us: lowercase hex of HMAC-SHA256 over the raw body, in <see cref="Header"/>.</summary>
internal static class WebhookSignature
{
    public const string Header = "X-Signature";

    public static string Of(string secret, ReadOnlySpan<byte> rawBody) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), rawBody));

    /// <summary>Whether any of the secrets made this signature. Takes as long whichever it was, or none.</summary>
    public static bool IsValid(string? signature, ReadOnlySpan<byte> rawBody, IReadOnlyList<string> secrets) => MakerOf(signature, rawBody, secrets) is not null;

    /// <summary>The secret that made this signature; null if none did. Takes as long whichever it was, or none.</summary>
    public static string? MakerOf(string? signature, ReadOnlySpan<byte> rawBody, IReadOnlyList<string> secrets)
    {
        if (signature is null) return null;
        var given = Encoding.UTF8.GetBytes(signature);
        string? maker = null;
        foreach (var secret in secrets)
        {
            if (secret.Length == 0) continue;
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, rawBody)), given)) maker = secret;
        }

        return maker;
    }
}
