using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>What a caller sends to prove who it is.</summary>
internal sealed record SignedRequest(
    string? ClientId, string? Timestamp, string? Signature, string Method, string PathAndQuery, ReadOnlyMemory<byte> Body);

/// <summary>
/// Checks the signature of contract Rest from the contract's words alone, so that a mistake in the console's signer
/// cannot agree with itself here.
/// </summary>
internal static class RequestSignature
{
    /// <summary>Null when the request is genuine and fresh.</summary>
    public static GatewayError? Check(SignedRequest request, SandboxCredentials credentials, DateTimeOffset now, TimeSpan skew)
    {
        if (request.ClientId != credentials.ClientId) return Refuse("unknown client", "X-Client-Id");
        if (!long.TryParse(request.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return Refuse("must be Unix seconds", "X-Timestamp");
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > skew.TotalSeconds)
            return Refuse($"is more than {skew.TotalSeconds:0} seconds away from our clock", "X-Timestamp");

        var expected = Of(credentials.SecretKey, request.Timestamp!, request.Method, request.PathAndQuery, request.Body.Span);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(request.Signature ?? ""))
            ? null
            : Refuse("does not match the request", "X-Signature");
    }

    public static string Of(string secretKey, string timestamp, string method, string pathAndQuery, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secretKey));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{timestamp}.{method}.{pathAndQuery}."));
        hmac.AppendData(body);
        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    private static GatewayError Refuse(string reason, string field) => new(GatewayCode.SignatureError, reason, field);
}
