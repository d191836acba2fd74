using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Records that the buyer's side disputes an order for which money came.</summary>
public sealed class OpenDispute(Writes writes, OrderDocuments documents, IOptionsMonitor<DisputeOptions> options)
{
    /// <summary>Records it; the same again changes nothing, something else is a further dispute.</summary>
    public Task<Result<OrderDocument>> RunAsync(string orderId, DisputeContent content, Actor by, string requestId, CancellationToken ct) =>
        writes.RecordAsync(documents, orderId, by, requestId, (tx, order) => RecordAsync(tx, order, content, by, ct), ct, people: Permission.WorkDisputes);

    private async Task<Refusal?> RecordAsync(WriteScope tx, Order order, DisputeContent content, Actor by, CancellationToken ct)
    {
        if (!order.Status.HasMoney() && order.Status != OrderStatus.Refunded) return OrderRecord.NotNow(order);
        long? minor = content.Amount is { } amount ? Money.Of(amount, order.Currency).Minor : null;
        var hash = Dispute.HashOf(content, minor);
        if (await tx.Db.Set<Dispute>().AnyAsync(d => d.OrderId == order.OrderId && d.ContentHash == hash, ct)) return null;
        var dispute = new Dispute
        {
            DisputeId = Ids.New("dsp", tx.Now),
            OrderId = order.OrderId,
            ContentHash = hash,
            Reason = content.Reason,
            OpenedAt = content.OpenedAt,
            DueAt = content.DueAt,
            AmountMinor = minor,
            RecordedAt = tx.Now,
            RecordedBy = by.Signature,
            AnswerBy = content.DueAt ?? options.CurrentValue.AnswerBy(content.OpenedAt),
        };
        tx.Db.Add(dispute);
        tx.Journal(
            order.Stream,
            OrderEvents.Disputed,
            by,
            new { dispute.DisputeId, dispute.OpenedAt, dispute.DueAt, amount = minor is { } m ? new Money(m, order.Currency).ToWire() : null },
            order.OrderId,
            new { dispute.Reason });
        tx.SayLabel(order, fraud: true, LabelSource.Dispute, OrderLabels.Dispute, by.Signature);
        return null;
    }
}
