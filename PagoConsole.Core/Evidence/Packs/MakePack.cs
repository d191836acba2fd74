using System.Security.Cryptography;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>
/// Makes a pack of an order's evidence: everything hashed, the list of hashes signed, and the making journalled before the first byte leaves.
/// </summary>
public sealed class MakePack
{
    private readonly EvidenceChain chains;
    private readonly RawBodies bodies;
    private readonly SealBook seals;
    private readonly InstallationKey key;
    private readonly IPackPages pages;
    private readonly Writes writes;

    internal MakePack(EvidenceChain chains, RawBodies bodies, SealBook seals, InstallationKey key, IPackPages pages, Writes writes) =>
        (this.chains, this.bodies, this.seals, this.key, this.pages, this.writes) = (chains, bodies, seals, key, pages, writes);

    /// <summary>Makes it.</summary>
    public async Task<Result<EvidencePack>> RunAsync(PackRequest request, Actor by, CancellationToken ct)
    {
        var reason = request.Reason?.Trim();
        if (reason?.Length > PackRequest.LongestReason) return new Refusal(RefusalCode.Invalid, "reason");
        if (request.Whole && !by.May(Permission.SeePersonalData)) return RefusalCode.NotAllowed;
        if (request.Whole && string.IsNullOrEmpty(reason)) return new Refusal(RefusalCode.NoteNeeded, "reason");
        var read = await chains.ReadAsync(request.OrderId, by, request.Whole, ct);
        if (read.Refusal is { } refusal) return refusal;
        var chain = read.Value;

        // The pages name the key that signs, so it is asked for first; that makes it where there is none yet.
        var keyId = (await key.SignAsync([], ct)).KeyId;
        var keys = await key.PublicKeysAsync(ct);
        var raw = await bodies.OfAsync(chain, ct);
        var facts = new PackFacts(
            Ids.New("pck", chain.At), chain.At, by.Signature, reason, keyId, PackJournal.HeadOf(chain), await seals.InclusionOfAsync(chain.Order.Stream, ct), WithheldPart.Of(chain, raw));
        var files = new List<(PackFile File, string Sha256)>();
        var packed = new List<PackedFile>();
        await foreach (var file in FilesAsync(chain, facts, keys, raw)) await AddAsync(files, packed, file, ct);
        await AddAsync(files, packed, PackManifest.Of(chain, facts, [.. packed]), ct);
        var sums = PackManifest.SumsOf(packed);
        var signature = await key.SignAsync(sums, ct);
        if (signature.KeyId != keyId) throw new InvalidOperationException("The signing key has changed while a pack was made.");
        files.Add((PackFile.Of(PackPaths.Sums, PackPart.Record, sums), HashOf(sums)));
        files.Add((PackFile.Of(PackPaths.Signature, PackPart.Record, signature.Der), HashOf(signature.Der)));
        await writes.DoAsync(
            tx =>
            {
                var data = new
                {
                    facts.PackId,
                    personalData = chain.Whole ? "whole" : "masked",
                    manifestSha256 = packed[^1].Sha256,
                    sumsSha256 = HashOf(sums),
                    files = packed.Count,
                    upTo = chain.Entries.Count,
                    keyId,
                    reason,
                };
                tx.Journal(chain.Order.Stream, OrderEvents.PackMade, by, data, chain.Order.OrderId);
                return Task.CompletedTask;
            },
            ct);
        return new EvidencePack(PackPaths.Pack(chain.Order.OrderId, chain.At), chain.At, files);
    }

    private async IAsyncEnumerable<PackFile> FilesAsync(EvidenceChainView chain, PackFacts facts, IReadOnlyList<SigningKeyView> keys, IReadOnlyList<PackFile> raw)
    {
        foreach (var language in pages.Languages) yield return PackFile.Of(PackPaths.Summary(language), PackPart.Summary, await pages.SummaryAsync(chain, facts, language));
        foreach (var language in pages.Languages) yield return PackFile.Of(PackPaths.Verifier(language), PackPart.Verifier, await pages.VerifierAsync(chain, facts, language));
        yield return PackFile.Of(PackPaths.Key, PackPart.Key, keys.First(known => known.KeyId == facts.KeyId).Pem);
        foreach (var file in PackRecords.Of(chain)) yield return file;
        foreach (var file in PackJournal.Of(chain)) yield return file;
        foreach (var file in raw) yield return file;
        foreach (var file in PackSeals.Of(chain.Order.Stream, facts.Seals, keys)) yield return file;
    }

    private static async Task AddAsync(List<(PackFile, string)> files, List<PackedFile> packed, PackFile file, CancellationToken ct)
    {
        var content = await file.ReadAsync(ct);
        files.Add((file, HashOf(content)));
        packed.Add(new PackedFile(file.Path, file.Part, content.Length, HashOf(content)));
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
