using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>
/// Takes the next rows of a table that only grows, and moves the cursor in the transaction that writes what came of them: each row counts
/// exactly once, however many nodes do this and wherever one of them dies.
/// </summary>
/// <param name="contexts">The store.</param>
/// <param name="writes">Writes to it.</param>
/// <param name="dialect">Which database.</param>
/// <param name="name">The cursor.</param>
/// <param name="table">The table.</param>
/// <param name="key">Its growing key.</param>
/// <param name="atOnce">Rows of one transaction.</param>
internal sealed class CountBatch(IDbContextFactory<PagoDb> contexts, Writes writes, Dialect dialect, string name, string table, string key, int atOnce)
{
    private readonly CommitHorizon horizon = new(dialect, table, key);

    /// <summary>Counts the next rows.</summary>
    /// <param name="prepare">Reads the rows above one number up to another, outside of any transaction, and gives what writes their figures.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether more wait.</returns>
    public async Task<bool> RunAsync(Func<PagoDb, long, long, Task<Func<WriteScope, Task>>> prepare, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var from = Convert.ToInt64(await db.ScalarAsync("SELECT position FROM rule_counting WHERE name = @p0", [name], ct) ?? 0L, null);
        var safe = await horizon.ReachAsync(db, from, ct);
        if (safe <= from) return false;
        var page = await db.ScalarAsync(
            $"SELECT {key} FROM {table} WHERE {key} > @p0 AND {key} <= @p1 ORDER BY {key} LIMIT 1 OFFSET @p2", [from, safe, atOnce - 1], ct);
        var to = page is null ? safe : Convert.ToInt64(page, null);
        var write = await prepare(db, from, to);
        await db.Database.CloseConnectionAsync();
        await writes.DoAsync(tx => CountAsync(tx, from, to, write, ct), ct);
        return to < safe;
    }

    private async Task CountAsync(WriteScope tx, long from, long to, Func<WriteScope, Task> write, CancellationToken ct)
    {
        await tx.LockNamesAsync(["rule_counting"], ct); // both sources add to the same rows
        await tx.Db.ExecuteAsync("INSERT INTO rule_counting (name, position) VALUES (@p0, 0) ON CONFLICT (name) DO NOTHING", [name], ct);
        var moved = await tx.Db.ExecuteAsync("UPDATE rule_counting SET position = @p2 WHERE name = @p0 AND position = @p1", [name, from, to], ct);
        if (moved > 0) await write(tx); // else another node was faster
    }
}
