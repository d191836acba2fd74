using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Ends a refund of unknown fate after somebody asked PagoEfectivo: it went through, or it did not and may be asked for anew.</summary>
public sealed class SettleRefund
{
    private readonly Writes writes;
    private readonly RefundLedger ledger;

    internal SettleRefund(Writes writes, RefundLedger ledger)
    {
        this.writes = writes;
        this.ledger = ledger;
    }

    /// <summary>Ends it.</summary>
    public Task<Result<Refund>> RunAsync(string refundId, bool wentThrough, Actor by, CancellationToken ct) =>
        writes.RunAsync<Refund>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney)) return RefusalCode.NotAllowed;
                var orderId = await tx.Db.Set<Refund>().Where(r => r.RefundId == refundId).Select(r => r.OrderId).SingleOrDefaultAsync(ct);
                if (orderId is null || await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.NotFound;
                var refund = await tx.Db.Set<Refund>().SingleAsync(r => r.RefundId == refundId, ct);
                if (refund.State != RefundState.Unknown) return RefusalCode.AlreadySettled;
                var payment = await tx.Db.Set<Payment>().SingleAsync(p => p.OrderId == orderId, ct);
                if (wentThrough) await ledger.DoneAsync(tx, order, payment, refund, by, ct);
                else await ledger.FailedAsync(tx, order, refund, "checked_by_person", by, ct);
                return refund;
            },
            ct);
}
