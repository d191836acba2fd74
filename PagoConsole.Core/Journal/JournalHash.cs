using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.Journal;

/// <summary>What an entry's hash covers, byte by byte. A buffer a thread: a million entries make no million arrays.</summary>
internal static class JournalHash
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const int LongestNumber = 20;

    [ThreadStatic]
    private static byte[]? buffer;

    /// <summary>Computes it; see <see cref="JournalEntry.ComputeHash"/> for what is covered.</summary>
    public static void Compute(
        ReadOnlySpan<byte> prevHash, string stream, long position, long atMilliseconds, string kind, string? orderId, string actor, string data,
        ReadOnlySpan<byte> privateDigest, Span<byte> hash)
    {
        var most = prevHash.Length + (8 * sizeof(int)) + (2 * LongestNumber) + (2 * privateDigest.Length)
            + Encoding.UTF8.GetMaxByteCount(stream.Length + kind.Length + (orderId?.Length ?? 0) + actor.Length + data.Length) + 16;
        if (buffer is null || buffer.Length < most) buffer = new byte[Math.Max(most, 4096)];
        var all = buffer.AsSpan();
        prevHash.CopyTo(all);
        var at = prevHash.Length;
        at += Text(all[at..], stream);
        at += Number(all[at..], position);
        at += Number(all[at..], atMilliseconds);
        at += Text(all[at..], kind);
        at += Text(all[at..], orderId ?? "");
        at += Text(all[at..], actor);
        at += Text(all[at..], data);
        at += Hexadecimal(all[at..], privateDigest);
        SHA256.HashData(all[..at], hash);
    }

    private static int Text(Span<byte> into, string text) => Measured(into, Encoding.UTF8.GetBytes(text, into[sizeof(int)..]));

    private static int Number(Span<byte> into, long number)
    {
        Utf8Formatter.TryFormat(number, into[sizeof(int)..], out var length);
        return Measured(into, length);
    }

    private static int Hexadecimal(Span<byte> into, ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, into[sizeof(int)..], out var length);
        return Measured(into, length);
    }

    private static int Measured(Span<byte> into, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(into, length);
        return sizeof(int) + length;
    }
}
