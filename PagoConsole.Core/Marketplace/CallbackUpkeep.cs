using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// What there is to do while nothing is sent: messages whose three days ran out while the marketplace was left alone are parked without
/// another try, and tries of long ago are forgotten.
/// </summary>
internal sealed class CallbackUpkeep(IDbContextFactory<PagoDb> contexts, Writes writes, CallbackCircuit circuit, CallbackPatience patience, TimeProvider time)
{
    private const string NotTried = "circuit_open";
    private const int ForgottenAtOnce = 500;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private long? last;

    /// <summary>Does a piece of it, at most once a minute.</summary>
    /// <returns>Whether more is waiting.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        if (last is { } before && patience.Real.GetElapsedTime(before) < Every) return false;
        var more = circuit.Now.Open && await ParkAsync(ct) == patience.Batch;
        more |= await ForgetAsync(ct) == ForgottenAtOnce;
        last = more ? null : patience.Real.GetTimestamp();
        return more;
    }

    private async Task<int> ParkAsync(CancellationToken ct)
    {
        var (created, free) = (time.GetUtcNow() - patience.GiveUpAfter, patience.Real.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(ct);
        var overdue = await db.Set<OutboxMessage>()
            .Where(m => m.State == OutboxState.Waiting && m.CreatedAt <= created && (m.LeaseUntil == null || m.LeaseUntil <= free))
            .OrderBy(m => m.Id).Select(m => m.Id).Take(patience.Batch).ToListAsync(ct);
        if (overdue.Count > 0) await writes.DoAsync(tx => ParkAsync(tx, overdue, free, ct), ct);
        return overdue.Count;
    }

    private static async Task ParkAsync(WriteScope tx, List<long> overdue, DateTimeOffset free, CancellationToken ct)
    {
        var ids = string.Join(", ", Enumerable.Range(3, overdue.Count).Select(i => $"{{{i}}}"));
        var sql = "UPDATE outbox SET state = 'Parked', ended_at = {0}, last_answer = {1}, lease_token = NULL, lease_until = NULL "
            + $"WHERE id IN ({ids}) AND state = 'Waiting' AND (lease_until IS NULL OR lease_until <= {{2}}) RETURNING *";
        object[] values = [tx.Now.ToUnixTimeMilliseconds(), NotTried, free.ToUnixTimeMilliseconds(), .. overdue.Cast<object>()];
        var parked = await tx.Db.Set<OutboxMessage>().FromSqlRaw(sql, values).AsNoTracking().ToListAsync(ct);
        foreach (var message in parked.OrderBy(m => m.Id))
        {
            await RecordCallback.LetFollowersGoAsync(tx, message, ct);
            await RecordCallback.ParkedAsync(tx, message, NotTried, ct);
        }
    }

    private async Task<int> ForgetAsync(CancellationToken ct)
    {
        var before = (patience.Real.GetUtcNow() - patience.KeepAttempts).ToUnixTimeMilliseconds();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var old = await db.ScalarAsync("SELECT 1 FROM callback_attempts WHERE at < @p0 LIMIT 1", [before], ct);
        if (old is null) return 0;
        return await writes.DoAsync(
            tx => tx.Db.ExecuteAsync(
                "DELETE FROM callback_attempts WHERE id IN (SELECT id FROM callback_attempts WHERE at < @p0 ORDER BY at LIMIT @p1)",
                [before, ForgottenAtOnce],
                ct),
            ct);
    }
}
