using System.IO.Compression;
using System.Security.Cryptography;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>A pack that is made and journalled, to be written out.</summary>
public sealed class EvidencePack
{
    private const int ReadableByAll = 0b_1000_0001_1010_0100 << 16; // a plain file, rw-r--r--, as unzip on Unix reads it

    private readonly IReadOnlyList<(PackFile File, string Sha256)> files;

    internal EvidencePack(string fileName, DateTimeOffset madeAt, IReadOnlyList<(PackFile File, string Sha256)> files) => (FileName, MadeAt, this.files) = (fileName, madeAt, files);

    /// <summary>What it is to be called.</summary>
    public string FileName { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>Writes it as a ZIP, file by file.</summary>
    /// <exception cref="InvalidDataException">Something has changed since its hash was taken; what was written so far is no pack.</exception>
    public async Task WriteAsync(Stream into, CancellationToken ct)
    {
        // The archive also writes without waiting, which an answer over HTTP refuses: that is gathered and handed on.
        await using var pieces = new ChunkStream((_, piece) => into.WriteAsync(piece, ct).AsTask());
        await using (var zip = await ZipArchive.CreateAsync(pieces, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
            foreach (var (file, sha256) in files) await AddAsync(zip, file, sha256, ct);
        await pieces.EndAsync();
    }

    private async Task AddAsync(ZipArchive zip, PackFile file, string sha256, CancellationToken ct)
    {
        var content = await file.ReadAsync(ct);
        if (Convert.ToHexStringLower(SHA256.HashData(content)) != sha256) throw new InvalidDataException($"{file.Path} has changed while the pack was written.");
        var entry = zip.CreateEntry(file.Path, CompressionLevel.Optimal);
        (entry.LastWriteTime, entry.ExternalAttributes) = (MadeAt, ReadableByAll);
        await using var target = await entry.OpenAsync(ct);
        await target.WriteAsync(content, ct);
    }
}

/// <summary>What a pack is asked for.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Whole">With personal data.</param>
/// <param name="Reason">For what it is needed; a pack with personal data is made only for a reason.</param>
public sealed record PackRequest(string OrderId, bool Whole = false, string? Reason = null)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 2000;
}
