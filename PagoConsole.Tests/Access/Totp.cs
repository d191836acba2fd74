using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PagoConsole.Tests.Access;

/// <summary>An authenticator: RFC 6238 with six digits and 30 seconds, by the real clock, as the one that checks goes by it too.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">The key in base 32.</param>
    /// <param name="ahead">Steps of 30 seconds ahead: another code that is right, too.</param>
    public static string CodeOf(string key, int ahead = 0)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + ahead);
        var hash = HMACSHA1.HashData(BytesOf(key.Replace(" ", "", StringComparison.Ordinal)), step);
        var at = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] BytesOf(string key)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var letter in key.TrimEnd('='))
        {
            buffer = (buffer << 5) | Base32.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
