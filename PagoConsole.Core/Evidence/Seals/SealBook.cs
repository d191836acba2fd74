using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>That a stream is in a day's seal, and how to see it: hash the leaf with each step of the path, and the root comes out, which the statement names and the signature confirms.</summary>
/// <param name="Day">The day.</param>
/// <param name="Leaf">The leaf's hash: <see cref="MerkleTree.Leaf"/> of <see cref="SealLeaf.TextOf"/>.</param>
/// <param name="Position">The position of the stream's last entry of that day.</param>
/// <param name="HeadHash">The hash of that entry.</param>
/// <param name="Path">From the leaf up: the neighbour's hash, and whether it stands on the left.</param>
/// <param name="Root">The root.</param>
/// <param name="Statement">Exactly the bytes that are signed; they name day and root.</param>
/// <param name="Signature">The signature over them, as DER.</param>
/// <param name="KeyId">The key that signed.</param>
public sealed record SealInclusion(
    DateOnly Day,
    byte[] Leaf,
    long Position,
    byte[] HeadHash,
    IReadOnlyList<(bool Left, byte[] Hash)> Path,
    byte[] Root,
    byte[] Statement,
    byte[] Signature,
    string KeyId)
{
    /// <summary>Whether leaf and path lead to the root that the statement names.</summary>
    public bool LeadsToRoot => MerkleTree.Climb(Leaf, Path).AsSpan().SequenceEqual(Root);
}

/// <summary>What is kept of a day's seal, to be kept elsewhere too.</summary>
/// <param name="Seal">The seal.</param>
/// <param name="Pem">The public half of the key that signed it; null if it is not known here.</param>
public sealed record SealedDay(DailySeal Seal, string? Pem);

/// <summary>The seals of all days, and what they prove.</summary>
public sealed class SealBook(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>How many days are read at once.</summary>
    public const int PageSize = 100;

    /// <summary>Reads days, the newest first.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="before">Days before this one; null for the newest.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<DailySeal>>> ReadAsync(Actor viewer, DateOnly? before, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeSeals)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<DailySeal>().AsNoTracking().Where(seal => before == null || seal.Day < before)
            .OrderByDescending(seal => seal.Day).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>The seals that a stream is in, the oldest first; none while it is in none.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SealInclusion>> InclusionOfAsync(string stream, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var leaves = await db.Set<SealLeaf>().AsNoTracking().Where(leaf => leaf.Stream == stream)
            .Join(db.Set<DailySeal>(), leaf => leaf.Day, seal => seal.Day, (leaf, seal) => new { Leaf = leaf, Seal = seal })
            .OrderBy(pair => pair.Seal.Day).ToListAsync(ct);
        var inclusions = new List<SealInclusion>(leaves.Count);
        foreach (var (leaf, seal) in leaves.Select(pair => (pair.Leaf, pair.Seal)))
        {
            var tree = await TreeAsync(db, seal, ct);
            if (leaf.Number >= tree.Count) continue; // leaves were removed: the check of the seals names it
            inclusions.Add(new SealInclusion(
                seal.Day, tree[leaf.Number], leaf.Position, leaf.HeadHash, MerkleTree.Path(tree, leaf.Number), seal.Root, seal.Statement, seal.Signature, seal.KeyId));
        }

        return inclusions;
    }

    /// <summary>The hashes of all leaves of a day, in the order of the tree.</summary>
    internal static async Task<List<byte[]>> TreeAsync(PagoDb db, DailySeal seal, CancellationToken ct)
    {
        var tree = new List<byte[]> { MerkleTree.Leaf(SealLeaf.TextOfPrevious(seal.PreviousRoot)) };
        await foreach (var leaf in LeavesAsync(db, seal.Day, ct)) tree.Add(MerkleTree.Leaf(SealLeaf.TextOf(leaf.Stream, leaf.Position, leaf.HeadHash)));
        return tree;
    }

    /// <summary>The leaves of a day but the first, page by page.</summary>
    internal static async IAsyncEnumerable<SealLeaf> LeavesAsync(
        PagoDb db, DateOnly day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int AtOnce = 4000;
        var (page, last) = (new List<SealLeaf>(AtOnce), 0);
        do
        {
            page.Clear();
            await db.EachAsync(
                $"SELECT number, stream, position, head_hash FROM seal_leaves WHERE day = @p0 AND number > @p1 ORDER BY number LIMIT {AtOnce}",
                [day, last],
                row => page.Add(new SealLeaf { Day = day, Number = row.GetInt32(0), Stream = row.GetString(1), Position = row.GetInt64(2), HeadHash = row.GetFieldValue<byte[]>(3) }),
                ct);
            foreach (var leaf in page) yield return leaf;
            if (page.Count > 0) last = page[^1].Number;
        }
        while (page.Count == AtOnce);
    }

    internal static async Task<SealedDay?> OfAsync(PagoDb db, DateOnly day, CancellationToken ct) =>
        await db.Set<DailySeal>().AsNoTracking().SingleOrDefaultAsync(seal => seal.Day == day, ct) is not { } seal ? null
            : new SealedDay(seal, await db.Set<SigningKey>().Where(key => key.KeyId == seal.KeyId).Select(key => key.Pem).SingleOrDefaultAsync(ct));
}
