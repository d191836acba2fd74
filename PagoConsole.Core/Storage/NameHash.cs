using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.Storage;

/// <summary>A name as the 64-bit number that an advisory lock takes; the same on every node.</summary>
internal static class NameHash
{
    public static long Of(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
