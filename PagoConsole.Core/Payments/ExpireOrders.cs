using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>
/// Ends orders whose voucher ran out. PagoEfectivo is asked first, since the buyer may have paid a second ago; while it cannot be reached the
/// order waits for the grace time, then it expires and the stock is free. Money found later is late money.
/// </summary>
public sealed class ExpireOrders
{
    /// <summary>Orders worked on at once.</summary>
    private const int AtOnce = 8;

    private const int Batch = 200;
    private static readonly Actor By = Actor.Job("expiry");

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly IPaymentGateway gateway;
    private readonly PaymentLedger ledger;
    private readonly OrderNews news;
    private readonly CommandBook book;
    private readonly IOptionsMonitor<PaymentOptions> options;

    internal ExpireOrders(
        IDbContextFactory<PagoDb> contexts, Writes writes, IPaymentGateway gateway, PaymentLedger ledger, OrderNews news, CommandBook book,
        IOptionsMonitor<PaymentOptions> options)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.gateway = gateway;
        this.ledger = ledger;
        this.news = news;
        this.book = book;
        this.options = options;
    }

    /// <summary>Works off what is due at an instant.</summary>
    /// <returns>How many orders ended.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ended = 0;
        AggregateException? failed = null;
        var after = (Due: DateTimeOffset.MinValue, Id: "");
        while (true)
        {
            List<DueOrder> due;
            await using (var db = await contexts.CreateDbContextAsync(ct)) due = await DueAsync(db, now, after, ct);
            try
            {
                await EachOfMany.DoAsync(due, AtOnce, order => order.OrderId, async (order, stop) =>
                {
                    if (await EndAsync(order, now, stop)) Interlocked.Increment(ref ended);
                }, ct);
            }
            catch (AggregateException some)
            {
                failed ??= some;
            }

            if (due.Count < Batch) return failed is null ? ended : throw failed;
            after = (due[^1].DueAt, due[^1].OrderId);
        }
    }

    private static Task<List<DueOrder>> DueAsync(PagoDb db, DateTimeOffset now, (DateTimeOffset Due, string Id) after, CancellationToken ct) => (
        from order in db.Set<Order>().AsNoTracking()
        where order.Status == OrderStatus.AwaitingPayment && order.DueAt <= now
            && (order.DueAt > after.Due || (order.DueAt == after.Due && string.Compare(order.OrderId, after.Id) > 0))
        join payment in db.Set<Payment>() on order.OrderId equals payment.OrderId into payments
        from payment in payments.DefaultIfEmpty()
        orderby order.DueAt, order.OrderId
        select new DueOrder(order.OrderId, order.DueAt!.Value, payment == null ? null : payment.PaymentId)).Take(Batch).ToListAsync(ct);

    private async Task<bool> EndAsync(DueOrder due, DateTimeOffset now, CancellationToken ct)
    {
        var found = due.PaymentId is null ? null : await gateway.FindAsync(due.PaymentId, ct);
        var unreachable = due.PaymentId is not null && found is not Answer.Succeeded;
        var mayWait = unreachable && now < due.DueAt.AddMinutes(options.CurrentValue.ExpiryGraceMinutes);
        return await writes.DoAsync(
            async tx =>
            {
                tx.Keep(found?.Calls ?? [], due.OrderId, null);
                if (await tx.LockAsync<Order>(due.OrderId, ct) is not { Status: OrderStatus.AwaitingPayment } order) return false;
                var payment = await tx.Db.Set<Payment>().SingleOrDefaultAsync(p => p.OrderId == due.OrderId, ct);
                if (found is Answer.Succeeded seen && payment is not null)
                    await ledger.ApplyAsync(tx, order, payment, Sighting.Of(seen.Value, "poll"), By, ct);
                if (order.Status != OrderStatus.AwaitingPayment) return true;
                if (mayWait) return false;
                if (payment is { Status: PaymentStatus.Pending }) book.Cancel(tx, payment);
                await news.MoveAsync(tx, order, OrderStatus.Expired, By, null, new { unasked = unreachable }, ct);
                return true;
            },
            ct);
    }

    private sealed record DueOrder(string OrderId, DateTimeOffset DueAt, string? PaymentId);
}
