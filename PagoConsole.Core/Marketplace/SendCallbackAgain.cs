using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>
/// Makes a new delivery of a message that has ended, delivered or parked: the same body under the same <c>webhook-id</c>, with three days
/// of its own. The old delivery stays as it ended. It does not hold back what is new about its order.
/// </summary>
public sealed class SendCallbackAgain(Writes writes)
{
    /// <summary>Sends one again.</summary>
    public Task<Result<Unit>> RunAsync(string messageId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
                if (!await tx.Db.Set<OutboxMessage>().AnyAsync(m => m.MessageId == messageId, ct)) return RefusalCode.NotFound;
                if (await AddAsync(tx, [messageId], by, ct) == 0) return RefusalCode.NotPossibleInThisState;
                return default(Unit);
            },
            ct);

    /// <summary>Sends some again in one transaction; what is on its way already is passed over.</summary>
    /// <returns>How many are sent again.</returns>
    internal Task<Result<int>> SomeAsync(IReadOnlyList<string> messageIds, Actor by, CancellationToken ct) =>
        writes.RunAsync<int>(
            async tx =>
            {
                if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
                return await AddAsync(tx, messageIds, by, ct);
            },
            ct);

    private static async Task<int> AddAsync(WriteScope tx, IReadOnlyList<string> messageIds, Actor by, CancellationToken ct)
    {
        // Two people who ask at once make one delivery: the second finds it waiting, or its number taken.
        var ids = string.Join(", ", Enumerable.Range(1, messageIds.Count).Select(i => $"{{{i}}}"));
        var sql = "INSERT INTO outbox (message_id, delivery, order_id, sequence, type, body, created_at, state, attempts, next_attempt_at) "
            + "SELECT ended.message_id, ended.delivery + 1, ended.order_id, ended.sequence, ended.type, ended.body, {0}, 'Waiting', 0, 0 "
            + $"FROM outbox AS ended WHERE ended.message_id IN ({ids}) AND ended.state <> 'Waiting' AND ended.body NOT LIKE '__erasedUnderRun%' AND NOT EXISTS "
            + "(SELECT 1 FROM outbox AS later WHERE later.message_id = ended.message_id AND later.delivery > ended.delivery) "
            + "ON CONFLICT DO NOTHING RETURNING *";
        object[] values = [tx.Now.ToUnixTimeMilliseconds(), .. messageIds];
        var added = await tx.Db.Set<OutboxMessage>().FromSqlRaw(sql, values).AsNoTracking().ToListAsync(ct);
        foreach (var message in added.OrderBy(m => m.Id))
            tx.Journal(Order.StreamOf(message.OrderId), CallbackEvents.SentAgain, by, new { message.MessageId, message.Delivery }, message.OrderId);
        if (added.Count > 0) tx.Ring(OutboxMessage.Bell);
        return added.Count;
    }
}
