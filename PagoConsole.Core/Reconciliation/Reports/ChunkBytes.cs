using System.IO.Compression;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>Bytes of a report as the store keeps them: compressed, a fifth of their size.</summary>
internal static class ChunkBytes
{
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream(bytes.Length / 4);
        using (var zip = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>The bytes as they came, in a buffer that is made larger where they do not fit.</summary>
    public static int Unpack(byte[] content, ref byte[] buffer)
    {
        using var zip = new DeflateStream(new MemoryStream(content), CompressionMode.Decompress);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = zip.Read(buffer, length, buffer.Length - length);
            if (read == 0) return length;
            length += read;
        }
    }
}
