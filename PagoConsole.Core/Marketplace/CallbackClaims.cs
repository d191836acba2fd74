using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Takes up messages that are due: of each order only the earliest that is not yet delivered, so that its messages arrive in order; a
/// parked one lets the later ones pass, and so does one that a person has sent again. A claim that is not ended in time (the process died)
/// is free again.
/// </summary>
internal sealed class CallbackClaims(IDbContextFactory<PagoDb> contexts, Writes writes, CallbackPatience patience)
{
    public async Task<IReadOnlyList<OutboxMessage>> TakeAsync(int most, CancellationToken ct)
    {
        // Looked for outside the transaction: an idle pump does not take the one lane of writers.
        var due = await DueAsync(most, ct);
        return due.Count == 0 ? [] : await writes.DoAsync(tx => ClaimAsync(tx, due, ct), ct);
    }

    private async Task<List<long>> DueAsync(int most, CancellationToken ct)
    {
        var now = patience.Real.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var outbox = db.Set<OutboxMessage>();
        return await outbox
            .Where(m => m.State == OutboxState.Waiting && m.NextAttemptAt <= now && (m.LeaseUntil == null || m.LeaseUntil <= now))
            .Where(m => !outbox.Any(e =>
                e.OrderId == m.OrderId && e.Sequence < m.Sequence && e.State == OutboxState.Waiting && (e.Delivery == 1 || m.Delivery > 1)))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(most)
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(WriteScope tx, List<long> due, CancellationToken ct)
    {
        var now = patience.Real.GetUtcNow();
        object[] values = [Ids.Token(), (now + patience.Lease).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), .. due.Cast<object>()];
        var ids = string.Join(", ", Enumerable.Range(3, due.Count).Select(i => $"{{{i}}}"));
        var sql = "UPDATE outbox SET lease_token = {0}, lease_until = {1} "
            + $"WHERE id IN ({ids}) AND state = 'Waiting' AND (lease_until IS NULL OR lease_until <= {{2}}) "
            + "AND NOT EXISTS (SELECT 1 FROM outbox AS earlier WHERE earlier.order_id = outbox.order_id "
            + "AND earlier.sequence < outbox.sequence AND earlier.state = 'Waiting' AND (earlier.delivery = 1 OR outbox.delivery > 1)) RETURNING *";
        return await tx.Db.Set<OutboxMessage>().FromSqlRaw(sql, values).AsNoTracking().ToListAsync(ct);
    }
}
