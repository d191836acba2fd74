using System.Security.Cryptography;

namespace PagoConsole.Core.Foundation;

/// <summary>Identifiers of our own: a prefix that says what they name, then 26 characters that sort by time.</summary>
public static class Ids
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new identifier, for example <c>cmd_01j…</c>: 48 bits of time, 80 random bits, Crockford base 32.</summary>
    public static string New(string prefix, DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[6..]);
        var ms = now.ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--, ms >>= 8) bytes[i] = (byte)ms;
        return $"{prefix}_{Base32(bytes)}";
    }

    /// <summary>An unguessable token of 160 random bits for addresses and keys.</summary>
    public static string Token()
    {
        Span<byte> bytes = stackalloc byte[20];
        RandomNumberGenerator.Fill(bytes);
        return Base32(bytes);
    }

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[(bytes.Length * 8 + 4) / 5];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[at++] = Alphabet[(buffer >> bits) & 31];
            }

            buffer &= (1 << bits) - 1;
        }

        if (bits > 0) text[at++] = Alphabet[(buffer << (5 - bits)) & 31];
        return new string(text[..at]);
    }
}
