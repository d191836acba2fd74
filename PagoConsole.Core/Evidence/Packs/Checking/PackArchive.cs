using System.IO.Compression;
using System.Security.Cryptography;

namespace PagoConsole.Core.Evidence.Packs.Checking;

/// <summary>A fault that ends the check of a pack.</summary>
internal sealed class PackFaultException(PackFaultKind kind, string file) : Exception
{
    public PackFault Fault { get; } = new(kind, file);
}

/// <summary>The files of a pack that somebody brings: nothing in it is trusted, not even its sizes.</summary>
internal sealed class PackArchive : IDisposable
{
    private const int LargestFile = 256 * 1024 * 1024;
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    public PackArchive(Stream content)
    {
        zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
            if (!IsAllowed(entry.FullName) || !entries.TryAdd(entry.FullName, entry)) throw new PackFaultException(PackFaultKind.NameNotAllowed, entry.FullName);
    }

    public IReadOnlyCollection<string> Paths => entries.Keys;

    public bool Has(string path) => entries.ContainsKey(path);

    /// <summary>The files of a folder, in the order of their names.</summary>
    public IReadOnlyList<string> Under(string folder) => [.. entries.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public byte[] Read(string path)
    {
        if (!entries.TryGetValue(path, out var entry)) throw new PackFaultException(PackFaultKind.FileMissing, path);
        try
        {
            using var content = entry.Open();
            using var read = new MemoryStream();
            var buffer = new byte[81920];
            for (var taken = content.Read(buffer); taken > 0; taken = content.Read(buffer))
            {
                if (read.Length + taken > LargestFile) throw new PackFaultException(PackFaultKind.NotReadable, path);
                read.Write(buffer, 0, taken);
            }

            return read.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new PackFaultException(PackFaultKind.NotReadable, path);
        }
    }

    public string SumOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Read(path)));

    public void Dispose() => zip.Dispose();

    private static bool IsAllowed(string name) =>
        name.Length is > 0 and <= 512 && name.Split('/').All(part => part.Length > 0 && part.Trim('.').Length > 0) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/');
}
