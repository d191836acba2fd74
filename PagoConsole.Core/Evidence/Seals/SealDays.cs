using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>
/// Seals every business day that has ended and is not sealed yet, the oldest first. Leaves go in with short transactions; the seal itself comes
/// last and makes them count, so a run that died leaves nothing that matters.
/// </summary>
internal sealed class SealDays(IDbContextFactory<PagoDb> contexts, Dialect dialect, Writes writes, InstallationKey key, TimeProvider time)
{
    private const int LeavesAtOnce = 400;
    private static readonly Actor By = Actor.Job(SealsJob.Name);
    private static readonly RowShape Leaves = new(
        "seal_leaves", ("day", ColumnKind.Day), ("number", ColumnKind.Number), ("stream", ColumnKind.Text), ("position", ColumnKind.Number), ("head_hash", ColumnKind.Bytes));

    /// <summary>Seals them.</summary>
    /// <returns>The seals that were made.</returns>
    public async Task<IReadOnlyList<DailySeal>> RunAsync(CancellationToken ct)
    {
        var made = new List<DailySeal>();
        while (await NextAsync(ct) is var (day, before) && await SealAsync(day, before, ct) is { } seal) made.Add(seal);
        return made;
    }

    private async Task<(DateOnly Day, DailySeal? Before)?> NextAsync(CancellationToken ct)
    {
        var yesterday = Lima.DayOf(time.GetUtcNow()).AddDays(-1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.Set<DailySeal>().AsNoTracking().OrderByDescending(seal => seal.Day).FirstOrDefaultAsync(ct);
        var day = last?.Day.AddDays(1) ?? yesterday;
        return day <= yesterday ? (day, last) : null;
    }

    private async Task<DailySeal?> SealAsync(DateOnly day, DailySeal? before, CancellationToken ct)
    {
        var (heads, entries) = await ReadAsync(day, before, ct);
        if (before is null && heads.Heads.Count == 0) return null;
        var previous = before?.Root ?? DailySeal.Genesis;
        byte[][] tree = [MerkleTree.Leaf(SealLeaf.TextOfPrevious(previous)), .. heads.Heads.Select(head => MerkleTree.Leaf(SealLeaf.TextOf(head.Stream, head.Position, head.Hash)))];
        var (root, now) = (MerkleTree.Root(tree), time.GetUtcNow());
        var signature = await key.SignAsync(DailySeal.StatementOf(day, root, previous, heads.Heads.Count, entries, now), ct);
        await KeepLeavesAsync(day, heads.Heads, ct);
        var seal = new DailySeal
        {
            Day = day,
            Root = root,
            PreviousRoot = previous,
            Streams = heads.Heads.Count,
            Entries = entries,
            SealedAt = now,
            KeyId = signature.KeyId,
            Signature = signature.Der,
            CoveredSeq = heads.CoveredSeq,
        };
        return await KeepAsync(seal, ct) ? seal : null;
    }

    private async Task<(DayHeads Heads, long Entries)> ReadAsync(DateOnly day, DailySeal? before, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var horizon = new CommitHorizon(dialect, "journal", "seq");
        var heads = await DayHeads.ReadAsync(db, horizon, before?.CoveredSeq ?? 0, Lima.StartOf(day.AddDays(1)), ct);
        return await heads.WithoutSealedAsync(db, ct);
    }

    private async Task KeepLeavesAsync(DateOnly day, IReadOnlyList<(string Stream, long Position, byte[] Hash)> heads, CancellationToken ct)
    {
        await writes.DoAsync(tx => tx.Db.ExecuteAsync("DELETE FROM seal_leaves WHERE day = @p0 AND NOT EXISTS (SELECT 1 FROM daily_seals s WHERE s.day = @p0)", [day], ct), ct);
        CrashPoint.Reach("seal-leaves");
        var number = 0;
        foreach (var chunk in heads.Chunk(LeavesAtOnce))
        {
            var rows = chunk.Select(head => new object?[] { day, (long)++number, head.Stream, head.Position, head.Hash }).ToList();
            await writes.DoAsync(tx => dialect.InsertAsync(tx.Db, Leaves, rows, ct), ct, WritePriority.Background);
        }
    }

    // Two at once cannot happen under the job's lease; should it, the first one's seal stands.
    private Task<bool> KeepAsync(DailySeal seal, CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                await tx.LockNamesAsync([SealEvents.Stream], ct);
                if (await tx.Db.Set<DailySeal>().AnyAsync(s => s.Day == seal.Day, ct)) return false;
                tx.Db.Add(seal);
                tx.Journal(SealEvents.Stream, SealEvents.Made, By, new { seal.Day, Root = Convert.ToHexStringLower(seal.Root), seal.Streams, seal.Entries, seal.KeyId });
                return true;
            },
            ct);
}
