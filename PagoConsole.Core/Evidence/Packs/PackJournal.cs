using System.Text;
using System.Text.Json.Nodes;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Journal;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>The order's journal as files that anybody can hash: the bytes that each entry's hash covers, and private parts behind their salt.</summary>
internal static class PackJournal
{
    public static IEnumerable<PackFile> Of(EvidenceChainView chain)
    {
        foreach (var entry in chain.Entries) yield return PackFile.Of(PackPaths.Entry(entry.Position), PackPart.Entry, EntryBytes.Of(entry));
        if (chain.Entries.Count > 0) yield return PackFile.Of(PackPaths.Head, PackPart.Entry, HeadOf(chain) + "\n");
        foreach (var (position, kept) in chain.Private.OrderBy(part => part.Key))
            yield return PackFile.Of(PackPaths.PrivatePart(position), PackPart.PrivatePart, [.. kept.Salt, .. Encoding.UTF8.GetBytes(kept.Text)]);
        yield return PackFile.OfJson(PackPaths.Record("journal"), PackPart.Record, chain.Entries.Select(entry => RecordOf(entry, chain)));
    }

    /// <summary>The hash of the last entry; zeros where there is none.</summary>
    public static string HeadOf(EvidenceChainView chain) => Convert.ToHexStringLower(chain.Entries.Count == 0 ? JournalEntry.Genesis : chain.Entries[^1].Hash);

    private static object RecordOf(JournalEntry entry, EvidenceChainView chain) => new
    {
        entry.Position,
        entry.At,
        entry.Stream,
        entry.Kind,
        entry.OrderId,
        entry.Actor,
        data = JsonNode.Parse(entry.Data),
        privateSha256 = entry.PrivateDigest is { } digest ? Convert.ToHexStringLower(digest) : null,
        privatePart = chain.Private.TryGetValue(entry.Position, out var kept) ? JsonNode.Parse(kept.Text) : null,
        previousHash = Convert.ToHexStringLower(entry.PrevHash),
        hash = Convert.ToHexStringLower(entry.Hash),
        file = PackPaths.Entry(entry.Position),
    };
}
