using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Takes the marketplace's answer to a reviewer's question.</summary>
public sealed class AnswerInformation(Writes writes, OrderDocuments documents)
{
    /// <summary>Takes it; the same again changes nothing. Refused while no question is open.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, string text, Actor by, string requestId, CancellationToken ct) =>
        writes.RecordLiveAsync(documents, orderId, by, requestId, (tx, order) => RecordAsync(tx, order, text, by, ct), ct);

    private static async Task<Refusal?> RecordAsync(WriteScope tx, Order order, string text, Actor by, CancellationToken ct)
    {
        var held = await tx.LockAsync<ReviewCase>(order.OrderId, ct);
        if (held?.InformationRequestedAt is null)
        {
            var latest = await tx.Db.Set<InformationAnswer>().Where(a => a.OrderId == order.OrderId).OrderByDescending(a => a.Id).FirstOrDefaultAsync(ct);
            return latest?.Text == text ? null : new Refusal(RefusalCode.NoInformationRequested);
        }

        held.InformationReceived(tx.Now);
        tx.Db.Add(new InformationAnswer { OrderId = order.OrderId, Text = text, AnsweredAt = tx.Now, AnsweredBy = by.Signature });
        tx.Journal(order.Stream, OrderEvents.InformationReceived, by, null, order.OrderId, new { text });
        return null;
    }
}
