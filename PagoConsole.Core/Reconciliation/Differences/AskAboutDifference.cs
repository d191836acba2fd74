using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>
/// Asks PagoEfectivo now how the payment of a difference stands. Its answer, not the report, goes through the ordinary ledger: it may pay the order
/// or open a money case. A payment that we never heard of, made for an order that is closed here, is taken over first, so that its money has a
/// place; money of no order at all stays with the difference, which keeps what was said.
/// </summary>
public sealed class AskAboutDifference
{
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly IPaymentGateway gateway;
    private readonly PaymentLedger ledger;

    internal AskAboutDifference(IDbContextFactory<PagoDb> contexts, Writes writes, IPaymentGateway gateway, PaymentLedger ledger)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.gateway = gateway;
        this.ledger = ledger;
    }

    /// <summary>Asks; the call is made outside any transaction and kept.</summary>
    public async Task<Result<Difference>> RunAsync(string differenceId, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.Reconcile)) return RefusalCode.NotAllowed;
        (string? PaymentId, string? OrderId) about;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.Set<Difference>().AsNoTracking().SingleOrDefaultAsync(d => d.DifferenceId == differenceId, ct) is not { } difference) return RefusalCode.NotFound;
            about = (difference.PaymentId, difference.OrderId);
        }

        if (about.PaymentId is not { } paymentId) return RefusalCode.NothingToAskAbout;
        var answer = await gateway.FindAsync(paymentId, ct);
        return await writes.RunAsync<Difference>(
            async tx =>
            {
                var order = await OrderAsync(tx, paymentId, about.OrderId);
                if (await tx.LockAsync<Difference>(differenceId, CancellationToken.None) is not { } found) return RefusalCode.NotFound;
                tx.Keep(answer.Calls, order?.OrderId ?? about.OrderId ?? found.DifferenceId, null);
                var told = ToldBy(answer);
                tx.Journal(found.Stream, DifferenceEvents.LookedUp, by, new { answer = told?.Status?.ToString() ?? answer.Word(), told?.OrderId, told?.Amount, told?.Currency, told?.TransactionId });
                if (told is null) return found;
                found.Hear(told, tx.Now);
                if (answer is Answer.Succeeded seen && order is { Imported: false }) await ApplyAsync(tx, order, seen.Value);
                if (found.IsOpen) await DifferenceFollowUp.LinkAsync(tx, [found], by, CancellationToken.None);
                return found;
            },
            CancellationToken.None);
    }

    private static PaymentAnswer? ToldBy(Answer answer) => answer switch
    {
        Answer.Succeeded seen => PaymentAnswer.Of(seen.Value),
        Answer.Refused { Error: GatewayError.NoSuchPayment } => PaymentAnswer.None,
        _ => null,
    };

    private static async Task<Order?> OrderAsync(WriteScope tx, string paymentId, string? orderId)
    {
        var own = await tx.Db.Set<Payment>().Where(p => p.PaymentId == paymentId).Select(p => p.OrderId).SingleOrDefaultAsync();
        return (own ?? orderId) is { } id ? await tx.LockAsync<Order>(id, CancellationToken.None) : null;
    }

    private async Task ApplyAsync(WriteScope tx, Order order, GatewayPayment told)
    {
        var payment = await tx.Db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == order.OrderId) ?? await TakeOverAsync(tx, order, told);
        if (payment?.PaymentId == told.Id) await ledger.ApplyAsync(tx, order, payment, Sighting.Of(told, "answer"), Actor.PagoEfectivo, CancellationToken.None);
    }

    // Only for an order that is closed and will make no payment of its own: nothing may come between a create and its answer.
    private static async Task<Payment?> TakeOverAsync(WriteScope tx, Order order, GatewayPayment told)
    {
        if (told.OrderId != order.OrderId || order.Status is not (OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired)) return null;
        if (told.Status is not (GatewayPaymentStatus.Paid or GatewayPaymentStatus.Refunded)) return null;
        if (await tx.Db.Set<GatewayCommand>().AnyAsync(c => c.OrderId == order.OrderId && c.State == CommandState.Waiting)) return null;
        var payment = new Payment
        {
            PaymentId = told.Id,
            OrderId = order.OrderId,
            Cip = told.Cip,
            Qr = told.QrCode,
            PaymentUrl = told.PaymentUrl,
            AmountMinor = order.AmountMinor,
            Currency = order.Currency,
            ExpiresAt = told.ExpiresAt ?? tx.Now,
            CreatedAt = tx.Now,
        };
        tx.Db.Add(payment);
        tx.Journal(order.Stream, DifferenceEvents.PaymentTakenOver, Actor.PagoEfectivo, new { payment.PaymentId, payment.Cip }, order.OrderId);
        return payment;
    }
}
