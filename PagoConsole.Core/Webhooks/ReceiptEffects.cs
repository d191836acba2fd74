using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks;

/// <summary>Gives receipts their effect, inside a transaction: payments and orders are read with one query each and locked in one order.</summary>
internal sealed class ReceiptEffects(PaymentLedger ledger)
{
    /// <summary>How long a receipt waits for a payment that is being created, before it is looked at again.</summary>
    private static readonly TimeSpan WhileCreating = TimeSpan.FromSeconds(2);

    public async Task ApplyAsync(WriteScope tx, List<Receipt> receipts, CancellationToken ct)
    {
        var messages = receipts.ToDictionary(r => r.Id, r => WebhookParser.Parse(r.Body));
        var ids = receipts.Select(r => r.PaymentId).OfType<string>().Distinct().ToList();
        var orderIds = await tx.Db.Set<Payment>().Where(p => ids.Contains(p.PaymentId)).Select(p => p.OrderId).ToListAsync(ct);
        var orders = (await tx.LockManyAsync<Order>(orderIds, ct)).ToDictionary(o => o.OrderId);
        var payments = await tx.Db.Set<Payment>().Where(p => ids.Contains(p.PaymentId)).ToDictionaryAsync(p => p.PaymentId, ct);
        foreach (var receipt in receipts)
        {
            if (receipt.EventId is null || !messages[receipt.Id].Done)
            {
                End(tx, receipt, DeliveryVerdict.Malformed);
                continue;
            }

            var message = messages[receipt.Id].Value;
            var known = payments.GetValueOrDefault(message.PaymentId);
            using var step = known is null ? null : OrderTrace.Begin("webhook.apply", known.OrderId, ActivityKind.Consumer);
            if (known is not null) await KnownAsync(tx, receipt, message, orders[known.OrderId], known, ct);
            else await UnknownAsync(tx, receipt, message, ct);
            step?.SetTag("pago.event_id", receipt.EventId).SetTag("pago.type", receipt.Type).SetTag("pago.payment_id", receipt.PaymentId)
                .SetTag("pago.verdict", receipt.Verdict.ToString()).SetTag("pago.waited_ms", (long)(RealClock.Now - receipt.ReceivedAt).TotalMilliseconds);
        }
    }

    private async Task KnownAsync(WriteScope tx, Receipt receipt, WebhookMessage message, Order order, Payment payment, CancellationToken ct)
    {
        receipt.OrderId = order.OrderId;
        if (StatusOf(message.Type) is not { } status)
        {
            End(tx, receipt, DeliveryVerdict.UnknownType);
            return;
        }

        var seen = new Sighting(status, message.Amount, message.PaidAt ?? message.CreatedAt, IdOf(message, status, receipt), message.Channel, "webhook");
        End(tx, receipt, VerdictOf(await ledger.ApplyAsync(tx, order, payment, seen, Actor.PagoEfectivo, ct)));
    }

    // The delivery may be faster than the answer to the call that created its payment: then it waits for that.
    private static async Task UnknownAsync(WriteScope tx, Receipt receipt, WebhookMessage message, CancellationToken ct)
    {
        if (StatusOf(message.Type) is null)
        {
            End(tx, receipt, DeliveryVerdict.UnknownType);
            return;
        }

        if (message.OrderId is { } orderId && await tx.Db.Set<Order>().AnyAsync(o => o.OrderId == orderId, ct)) receipt.OrderId = orderId;
        if (await MayBeBeingMadeAsync(tx.Db, receipt, message.OrderId, ct))
        {
            receipt.NextAt = RealClock.Now + WhileCreating;
            return;
        }

        End(tx, receipt, DeliveryVerdict.UnknownPayment);
        await tx.AlarmAsync(AlarmKind.UnknownPayment, message.PaymentId, Actor.PagoEfectivo, ct, receipt.OrderId);
    }

    // A delivery need not name its order: then any payment may be meant that was asked for before it came.
    private static Task<bool> MayBeBeingMadeAsync(PagoDb db, Receipt receipt, string? orderId, CancellationToken ct)
    {
        var open = db.Set<GatewayCommand>().Where(c => c.Kind == CommandKind.Create && c.State == CommandState.Waiting);
        return orderId is null
            ? open.AnyAsync(c => c.MaybeSent && c.CreatedAt <= receipt.ReceivedAt, ct)
            : open.AnyAsync(c => c.OrderId == orderId, ct);
    }

    // Money that went back without an id of its own is known by its event, so that the same one has no second effect, replayed or not.
    private static string? IdOf(WebhookMessage message, PaymentStatus status, Receipt receipt) =>
        status == PaymentStatus.Refunded && string.IsNullOrEmpty(message.TransactionId) ? receipt.EventId : message.TransactionId;

    public static void Journal(WriteScope tx, Receipt receipt, Actor by) => tx.Journal(
        receipt.OrderId is { } orderId ? Order.StreamOf(orderId) : $"door/{Lima.DayOf(tx.Now):yyyy-MM-dd}",
        WebhookEvents.KindOf(receipt.Verdict),
        by,
        new { receiptId = receipt.Id, receipt.EventId, receipt.Type, receipt.PaymentId, receipt.Verdict, bodySha256 = Convert.ToHexStringLower(receipt.BodyHash) },
        receipt.OrderId);

    private static void End(WriteScope tx, Receipt receipt, DeliveryVerdict verdict)
    {
        (receipt.State, receipt.Verdict, receipt.ProcessedAt) = (ReceiptState.Processed, verdict, tx.Now);
        Journal(tx, receipt, Actor.PagoEfectivo);
    }

    private static PaymentStatus? StatusOf(string type) => type switch
    {
        WebhookMessage.Paid => PaymentStatus.Paid,
        WebhookMessage.Expired => PaymentStatus.Expired,
        WebhookMessage.Cancelled => PaymentStatus.Cancelled,
        WebhookMessage.Refunded => PaymentStatus.Refunded,
        _ => null,
    };

    private static DeliveryVerdict VerdictOf(SightingVerdict verdict) => verdict switch
    {
        SightingVerdict.Applied => DeliveryVerdict.Applied,
        SightingVerdict.NoEffect => DeliveryVerdict.NoEffect,
        SightingVerdict.AmountDiffers => DeliveryVerdict.AmountDiffers,
        SightingVerdict.CurrencyDiffers => DeliveryVerdict.CurrencyDiffers,
        SightingVerdict.PaidAgain => DeliveryVerdict.PaidAgain,
        SightingVerdict.PaidTwice => DeliveryVerdict.PaidTwice,
        SightingVerdict.PaidLate => DeliveryVerdict.PaidLate,
        SightingVerdict.UnaskedRefund => DeliveryVerdict.UnaskedRefund,
    };
}
