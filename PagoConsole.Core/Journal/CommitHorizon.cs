using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Journal;

/// <summary>
/// Up to which number of a table nothing can come any more. On PostgreSQL numbers are given before commits, so it remembers the maximum and
/// a transaction id taken after it; once the oldest running transaction is not older than that id, whoever held a number up to that maximum
/// has ended. To be asked outside of transactions: one's own would be the oldest.
/// </summary>
/// <param name="dialect">Which database.</param>
/// <param name="table">The table.</param>
/// <param name="key">Its growing key.</param>
internal sealed class CommitHorizon(Dialect dialect, string table, string key)
{
    private (long Max, long Transaction)? asked;

    /// <summary>The number up to which all is visible; what is known already where the answer has to wait.</summary>
    /// <param name="db">The database.</param>
    /// <param name="known">What was reached before; null at the first look.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<long> ReachAsync(PagoDb db, long? known, CancellationToken ct)
    {
        if (dialect.OneWriter) return await MaximumAsync(db, ct);
        var (max, transaction) = asked ??= await AskAsync(db, known, ct);
        var oldest = Convert.ToInt64(await db.ScalarAsync("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", [], ct), null);
        if (oldest < transaction) return known ?? 0;
        asked = null;
        return max;
    }

    private async Task<(long Max, long Transaction)> AskAsync(PagoDb db, long? known, CancellationToken ct)
    {
        var max = await MaximumAsync(db, ct);
        if (max == known) return (max, 0);
        var transaction = Convert.ToInt64(await db.ScalarAsync("SELECT pg_current_xact_id()::text::bigint", [], ct), null);
        return (max, transaction);
    }

    private async Task<long> MaximumAsync(PagoDb db, CancellationToken ct) =>
        await db.ScalarAsync($"SELECT max({key}) FROM {table}", [], ct) is { } max ? Convert.ToInt64(max, null) : 0;
}
