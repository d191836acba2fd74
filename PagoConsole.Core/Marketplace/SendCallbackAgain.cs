using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Puts a parked message back among those that wait. After its three days it has one more try, and is parked again if that fails.</summary>
public sealed class SendCallbackAgain(Writes writes)
{
    /// <summary>Sends it again, under its old <c>webhook-id</c>.</summary>
    public Task<Result<Unit>> RunAsync(string messageId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
                var orderId = await tx.Db.Set<OutboxMessage>().Where(m => m.MessageId == messageId).Select(m => m.OrderId).SingleOrDefaultAsync(ct);
                if (orderId is null) return RefusalCode.NotFound;
                var rows = await tx.Db.ExecuteAsync(
                    "UPDATE outbox SET state = 'Waiting', next_attempt_at = @p1, ended_at = NULL WHERE message_id = @p0 AND state = 'Parked'",
                    [messageId, OutboxMessage.AtOnce.ToUnixTimeMilliseconds()],
                    ct);
                if (rows == 0) return RefusalCode.NotPossibleInThisState;
                tx.Journal(Order.StreamOf(orderId), CallbackEvents.SentAgain, by, new { messageId }, orderId);
                tx.Ring(OutboxMessage.Bell);
                return default(Unit);
            },
            ct);
}
