using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Core.Evidence.Packs.Checking;

/// <summary>Walks the chain of entries in a pack, and what they name by its hash.</summary>
internal static class CheckPackedJournal
{
    private const int Stream = 0, Position = 1, Kind = 3, Data = 6, Digest = 7;

    public static PackVerdict Run(PackArchive pack, string stream, PackVerdict verdict)
    {
        var (hashes, fields) = Walk(pack, stream);
        return Deliveries(pack, fields, PrivateParts(pack, fields, (verdict with { Hashes = hashes }).And(PackCheck.Journal, hashes.Count)));
    }

    private static (List<string> Hashes, List<IReadOnlyList<string>> Fields) Walk(PackArchive pack, string stream)
    {
        var (hashes, read) = (new List<string>(), new List<IReadOnlyList<string>>());
        var hash = JournalEntry.Genesis;
        foreach (var path in pack.Under(PackPaths.Journal).Where(path => path != PackPaths.Head))
        {
            var position = hashes.Count + 1;
            if (path != PackPaths.Entry(position)) throw new PackFaultException(PackFaultKind.FileMissing, PackPaths.Entry(position));
            var bytes = pack.Read(path);
            if (EntryBytes.Read(bytes) is not { } entry || entry.Fields[Stream] != stream || entry.Fields[Position] != FormattableString.Invariant($"{position}"))
                throw new PackFaultException(PackFaultKind.EntryNotReadable, path);
            if (!entry.PrevHash.AsSpan().SequenceEqual(hash)) throw new PackFaultException(PackFaultKind.EntryNotFollowing, path);
            hash = SHA256.HashData(bytes);
            hashes.Add(Convert.ToHexStringLower(hash));
            read.Add(entry.Fields);
        }

        if (hashes.Count > 0 && Encoding.ASCII.GetString(pack.Read(PackPaths.Head)).TrimEnd() != hashes[^1]) throw new PackFaultException(PackFaultKind.HeadDiffers, PackPaths.Head);
        return (hashes, read);
    }

    private static PackVerdict PrivateParts(PackArchive pack, List<IReadOnlyList<string>> entries, PackVerdict verdict)
    {
        var parts = pack.Under(PackPaths.Private);
        foreach (var path in parts)
        {
            var at = Enumerable.Range(1, entries.Count).FirstOrDefault(position => PackPaths.PrivatePart(position) == path);
            if (at == 0 || entries[at - 1][Digest] != pack.SumOf(path)) throw new PackFaultException(PackFaultKind.PrivatePartDiffers, path);
        }

        return verdict.And(PackCheck.PrivateParts, parts.Count);
    }

    // Entries of before this was written into them name no sum: then there is nothing to hold the body against.
    private static PackVerdict Deliveries(PackArchive pack, List<IReadOnlyList<string>> entries, PackVerdict verdict)
    {
        var named = entries.Where(entry => EventLine.VerdictOf(entry[Kind]) is not null).Select(entry => JsonElement.Parse(entry[Data]))
            .Where(data => data.TryGetProperty("receiptId", out _) && data.TryGetProperty("bodySha256", out _))
            .GroupBy(data => data.GetProperty("receiptId").GetInt64()).ToDictionary(same => same.Key, same => same.First().GetProperty("bodySha256").GetString());
        var count = 0;
        foreach (var record in JsonElement.Parse(pack.Read(PackPaths.Record("deliveries"))).EnumerateArray())
        {
            if (!record.TryGetProperty("body", out var body) || !named.TryGetValue(record.GetProperty("receiptId").GetInt64(), out var sum)) continue;
            if (pack.SumOf(body.GetString()!) != sum) throw new PackFaultException(PackFaultKind.DeliveryDiffers, body.GetString()!);
            count++;
        }

        return verdict.And(PackCheck.Deliveries, count);
    }
}
