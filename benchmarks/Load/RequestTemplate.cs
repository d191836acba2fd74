using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Benchmarks.Load;

/// <summary>A request whose random parts are written anew into the same bytes each time, and signed anew if it is signed. One a connection.</summary>
internal sealed class RequestTemplate
{
    /// <summary>Stands for a random hexadecimal digit.</summary>
    public const char Blank = '¿';

    /// <summary>Stands for a digit of the buyer's number: six of them in a row, however they are spread, are the same number each time.</summary>
    public const char Buyer = '¡';

    private const int BuyerDigits = 6;
    private const string NoSignature = "0000000000000000000000000000000000000000000000000000000000000000";
    private readonly byte[] bytes;
    private readonly int body;
    private readonly int signature;
    private readonly int[] blanks;
    private readonly int[] buyers;
    private readonly byte[]? secret;
    private readonly Random random;

    public RequestTemplate(string path, string headers, string body, int hopedFor, string? secret, int seed)
    {
        var signed = secret is null ? "" : $"X-Signature: {NoSignature}\r\n";
        var head = $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{headers}{signed}Content-Length: {body.Length}\r\n\r\n";
        blanks = [.. body.Index().Where(letter => letter.Item == Blank).Select(letter => head.Length + letter.Index)];
        buyers = [.. body.Index().Where(letter => letter.Item == Buyer).Select(letter => head.Length + letter.Index)];
        bytes = Encoding.ASCII.GetBytes(head + body.Replace(Blank, '0').Replace(Buyer, '0'));
        (this.body, HopedFor, random) = (head.Length, hopedFor, new Random(seed));
        signature = head.IndexOf(NoSignature, StringComparison.Ordinal);
        this.secret = secret is null ? null : Encoding.UTF8.GetBytes(secret);
    }

    /// <summary>The status that counts as done.</summary>
    public int HopedFor { get; }

    /// <summary>The next request; holds until the one after it is asked for.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        Span<byte> digits = stackalloc byte[blanks.Length];
        random.NextBytes(digits);
        for (var i = 0; i < blanks.Length; i++) bytes[blanks[i]] = "0123456789abcdef"u8[digits[i] & 15];
        random.NextBytes(digits[..Math.Min(BuyerDigits, digits.Length)]);
        for (var i = 0; i < buyers.Length; i++) bytes[buyers[i]] = (byte)('0' + (digits[i % BuyerDigits] % 10));
        if (secret is null) return bytes;
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(secret, bytes.AsSpan(body), hash);
        Convert.TryToHexStringLower(hash, bytes.AsSpan(signature, 64), out _);
        return bytes;
    }
}
