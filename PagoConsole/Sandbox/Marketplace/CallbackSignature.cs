using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Sandbox.Marketplace;

/// <summary>Standard Webhooks as a receiver reads it: any of our secrets may match any of the signatures sent.</summary>
internal static class CallbackSignature
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsValid(
        string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(signatures)) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return false;

        var valid = false;
        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes("v1," + Of(secret, id, timestamp!, body));
            foreach (var sent in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                valid |= CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(sent));
        }
        return valid;
    }

    public static string Of(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        var key = Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret);
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
