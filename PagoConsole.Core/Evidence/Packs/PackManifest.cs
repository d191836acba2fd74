using System.Globalization;
using System.Text;
using PagoConsole.Core.Evidence.Chain;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>A file of a pack and its hash.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Part">What it is.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 in small hexadecimal.</param>
public sealed record PackedFile(string Path, PackPart Part, long Bytes, string Sha256);

/// <summary>The manifest, and the list of sums as <c>sha256sum</c> reads it.</summary>
internal static class PackManifest
{
    public const string Format = "pagoconsole-evidence-pack/1";

    public static PackFile Of(EvidenceChainView chain, PackFacts facts, IReadOnlyList<PackedFile> files) => PackFile.OfJson(PackPaths.Manifest, PackPart.Record, new
    {
        format = Format,
        facts.PackId,
        chain.Order.OrderId,
        facts.MadeAt,
        facts.MadeBy,
        facts.Reason,
        personalData = chain.Whole ? "whole" : "masked",
        key = new { facts.KeyId, file = PackPaths.Key },
        signature = new { file = PackPaths.Signature, over = PackPaths.Sums, algorithm = "ECDSA P-256 over SHA-256, DER" },
        journal = new { chain.Order.Stream, entries = chain.Entries.Count, head = facts.Head },
        seals = facts.Seals.Select(seal => new { day = seal.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), root = Convert.ToHexStringLower(seal.Root), seal.Position, seal.KeyId }),
        withheld = facts.Withheld.Select(part => new { part = part.Key, files = part.Value }),
        files,
    });

    /// <summary>Each file's hash, two blanks, its path; the manifest among them.</summary>
    public static byte[] SumsOf(IEnumerable<PackedFile> files) =>
        Encoding.ASCII.GetBytes(string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Path}\n")));
}
