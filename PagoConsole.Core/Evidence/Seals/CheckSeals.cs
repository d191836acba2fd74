using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>Compares the journal with every seal: each leaf with the entry it names, the leaves with the root, the root with signature, follower and journal.</summary>
internal sealed class CheckSeals(IDbContextFactory<PagoDb> contexts)
{
    private const int AtOnce = 4000;

    /// <summary>Checks them.</summary>
    /// <param name="stream">Only leaves of this stream are compared with the journal; null for all.</param>
    /// <param name="progress">Told how many leaves were compared.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SealsVerdict> RunAsync(string? stream, Action<long>? progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var told = await SealEventReader.RootsAsync(db, ct); // before the seals, which are written together with it: none can be missing
        var seals = await db.Set<DailySeal>().AsNoTracking().OrderBy(seal => seal.Day).ToListAsync(ct);
        var pems = await SealEventReader.KeysAsync(db, ct);
        var (faults, leaves) = (new List<SealFault>(), 0L);
        DailySeal? before = null;
        foreach (var seal in seals)
        {
            faults.AddRange(OfItself(seal, before, pems, told));
            leaves += await LeavesAsync(db, seal, stream, faults, ct);
            progress?.Invoke(leaves);
            before = seal;
        }

        var there = seals.ConvertAll(seal => seal.Day).ToHashSet();
        faults.AddRange(told.Keys.Where(day => !there.Contains(day)).Select(day => new SealFault(SealFaultKind.DayMissing, day)));
        return new SealsVerdict(seals.Count, leaves, [.. faults.Distinct().OrderBy(fault => fault.Day).ThenBy(fault => fault.Kind is SealFaultKind.RootDiffers or SealFaultKind.LeavesMissing)]);
    }

    private static IEnumerable<SealFault> OfItself(DailySeal seal, DailySeal? before, Dictionary<string, string> pems, Dictionary<DateOnly, string> told)
    {
        for (var day = before?.Day.AddDays(1) ?? seal.Day; day < seal.Day; day = day.AddDays(1)) yield return new SealFault(SealFaultKind.DayMissing, day);
        if (!seal.PreviousRoot.AsSpan().SequenceEqual(before?.Root ?? DailySeal.Genesis)) yield return new SealFault(SealFaultKind.NotFollowing, seal.Day);
        if (!pems.TryGetValue(seal.KeyId, out var pem)) yield return new SealFault(SealFaultKind.KeyUnknown, seal.Day);
        else if (!Holds(pem, seal)) yield return new SealFault(SealFaultKind.SignatureWrong, seal.Day);
        if (told.GetValueOrDefault(seal.Day) != Convert.ToHexStringLower(seal.Root)) yield return new SealFault(SealFaultKind.NotAsJournalled, seal.Day);
    }

    private static bool Holds(string pem, DailySeal seal)
    {
        try
        {
            return InstallationKey.Holds(pem, seal.Statement, seal.Signature);
        }
        catch (Exception fault) when (fault is ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private static async Task<long> LeavesAsync(PagoDb db, DailySeal seal, string? only, List<SealFault> faults, CancellationToken ct)
    {
        var tree = new List<byte[]> { MerkleTree.Leaf(SealLeaf.TextOfPrevious(seal.PreviousRoot)) };
        var (last, count, missing) = (0, AtOnce, false);
        while (count == AtOnce)
        {
            count = 0;
            await db.EachAsync(
                "SELECT l.number, l.stream, l.position, l.head_hash, j.hash FROM seal_leaves l LEFT JOIN journal j ON j.stream = l.stream AND j.position = l.position "
                + $"WHERE l.day = @p0 AND l.number > @p1 ORDER BY l.number LIMIT {AtOnce}",
                [seal.Day, last],
                row =>
                {
                    count++;
                    var (number, stream, position, head) = (row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3));
                    missing |= number != last + 1;
                    last = number;
                    tree.Add(MerkleTree.Leaf(SealLeaf.TextOf(stream, position, head)));
                    if (only is not null && only != stream) return;
                    if (row.IsDBNull(4)) faults.Add(new SealFault(SealFaultKind.EntryMissing, seal.Day, stream, position));
                    else if (!head.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(4))) faults.Add(new SealFault(SealFaultKind.EntryDiffers, seal.Day, stream, position));
                },
                ct);
        }

        if (missing || last != seal.Streams) faults.Add(new SealFault(SealFaultKind.LeavesMissing, seal.Day));
        else if (!MerkleTree.Root(tree).AsSpan().SequenceEqual(seal.Root)) faults.Add(new SealFault(SealFaultKind.RootDiffers, seal.Day));
        return tree.Count - 1;
    }
}
