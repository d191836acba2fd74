using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using PagoConsole.Core.Journal;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>
/// The bytes that an entry's hash covers, see <see cref="JournalEntry.ComputeHash"/>: the previous hash, then each field as four bytes of length
/// (big endian) and its UTF-8 text.
/// </summary>
internal static class EntryBytes
{
    /// <summary>Stream, position, instant, kind, order, actor, data, digest of the private part.</summary>
    public const int Fields = 8;

    public static byte[] Of(JournalEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(entry.Data.Length + 256);
        bytes.Write(entry.PrevHash);
        Append(bytes, entry.Stream);
        Append(bytes, entry.Position.ToString(CultureInfo.InvariantCulture));
        Append(bytes, entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        Append(bytes, entry.Kind);
        Append(bytes, entry.OrderId ?? "");
        Append(bytes, entry.Actor);
        Append(bytes, entry.Data);
        Append(bytes, entry.PrivateDigest is null ? "" : Convert.ToHexStringLower(entry.PrivateDigest));
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The previous hash and the fields; null if they are not what an entry's bytes are.</summary>
    public static (byte[] PrevHash, IReadOnlyList<string> Fields)? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < JournalEntry.Genesis.Length) return null;
        var previous = bytes[..JournalEntry.Genesis.Length].ToArray();
        var rest = bytes[previous.Length..];
        var fields = new List<string>(Fields);
        while (rest.Length >= sizeof(int))
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            rest = rest[sizeof(int)..];
            if (length < 0 || length > rest.Length) return null;
            fields.Add(Encoding.UTF8.GetString(rest[..length]));
            rest = rest[length..];
        }

        return rest.IsEmpty && fields.Count == Fields ? (previous, fields) : null;
    }

    private static void Append(ArrayBufferWriter<byte> bytes, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), length);
        bytes.Advance(sizeof(int));
        bytes.Write(Encoding.UTF8.GetBytes(text));
    }
}
