using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>
/// Adds what is new in a source to its counts, and moves the cursor in the same transaction: each row counts exactly once, however many nodes
/// do this and wherever one of them dies. A few rows at a time, so that nobody waits for it long, also while it catches up from the beginning.
/// </summary>
internal sealed class CountOnwards(IDbContextFactory<PagoDb> contexts, Writes writes, Dialect dialect, CountedSource source)
{
    private readonly CommitHorizon horizon = new(dialect, source.Table, source.Key);

    /// <summary>Rows of one transaction; 1,000 take SQLite 8 ms.</summary>
    public int AtOnce { get; init; } = 1000;

    /// <summary>Counts the next rows.</summary>
    /// <returns>Whether more wait.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        long safe;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var counted = await db.Set<CountingCursor>().Where(c => c.Name == source.Name).Select(c => c.Position).SingleOrDefaultAsync(ct);
            safe = await horizon.ReachAsync(db, counted, ct);
            if (safe <= counted) return false;
        }

        return await writes.DoAsync(tx => CountAsync(tx, safe, ct), ct);
    }

    private async Task<bool> CountAsync(WriteScope tx, long safe, CancellationToken ct)
    {
        var from = await source.LockAsync(tx, ct);
        if (from >= safe) return false; // another node was faster
        var page = await tx.Db.ScalarAsync(
            $"SELECT {source.Key} FROM {source.Table} WHERE {source.Key} > @p0 AND {source.Key} <= @p1 ORDER BY {source.Key} LIMIT 1 OFFSET @p2", [from, safe, AtOnce - 1], ct);
        var to = page is null ? safe : Convert.ToInt64(page, null);
        foreach (var count in source.Counts) await tx.Db.ExecuteAsync(count, [from, to], ct);
        await tx.Db.ExecuteAsync("UPDATE counting_cursors SET position = @p1 WHERE name = @p0", [source.Name, to], ct);
        return to < safe;
    }
}
