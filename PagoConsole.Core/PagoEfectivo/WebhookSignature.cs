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
    public static bool IsValid(string? signature, ReadOnlySpan<byte> rawBody, IReadOnlyList<string> secrets)
    {
        if (signature is null) return false;
        var given = Encoding.UTF8.GetBytes(signature);
        var valid = false;
        foreach (var secret in secrets)
        {
            if (secret.Length == 0) continue;
            valid |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, rawBody)), given);
        }

        return valid;
    }
}
