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
    private const int Page = 200;
    private static readonly Actor By = Actor.Job("expiry");

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly PaymentLooks looks;
    private readonly PaymentLedger ledger;
    private readonly OrderNews news;
    private readonly CommandBook book;
    private readonly IOptionsMonitor<PaymentOptions> options;

    internal ExpireOrders(
        IDbContextFactory<PagoDb> contexts, PaymentLooks looks, PaymentLedger ledger, OrderNews news, CommandBook book, IOptionsMonitor<PaymentOptions> options)
    {
        this.contexts = contexts;
        this.looks = looks;
        this.ledger = ledger;
        this.news = news;
        this.book = book;
        this.options = options;
    }

    /// <summary>Works off what is due at an instant, page by page, the longest overdue first.</summary>
    /// <returns>How many orders ended.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ended = 0;
        AggregateException? failed = null;
        var after = (Due: DateTimeOffset.MinValue, Id: "");
        while (!looks.IsQuiet)
        {
            List<Look> due;
            await using (var db = await contexts.CreateDbContextAsync(ct)) due = await DueAsync(db, now, after, ct);
            try
            {
                ended += await looks.RunAsync(
                    due, _ => default, looked => !LeavesNoTrace(looked, now), (tx, looked, order, payment) => EndAsync(tx, looked, order, payment, now, ct), ct);
            }
            catch (AggregateException some)
            {
                failed ??= some;
            }

            if (due.Count < Page) return failed is null ? ended : throw failed;
            after = (due[^1].At, due[^1].OrderId);
        }

        // PagoEfectivo asks to be left alone: what is still due is asked about with one of the next runs, and expires by no guess.
        return failed is null ? ended : throw failed;
    }

    private static Task<List<Look>> DueAsync(PagoDb db, DateTimeOffset now, (DateTimeOffset Due, string Id) after, CancellationToken ct) => (
        from order in db.Set<Order>().AsNoTracking()
        where order.Status == OrderStatus.AwaitingPayment && order.DueAt <= now
            && (order.DueAt > after.Due || (order.DueAt == after.Due && string.Compare(order.OrderId, after.Id) > 0))
        join payment in db.Set<Payment>() on order.OrderId equals payment.OrderId into payments
        from payment in payments.DefaultIfEmpty()
        orderby order.DueAt, order.OrderId
        select new Look(order.OrderId, order.DueAt!.Value, payment == null ? null : payment.PaymentId)).Take(Page).ToListAsync(ct);

    private static bool WasNotAsked(Looked looked) => looked.Look.PaymentId is not null && looked.Answer is null;

    private static bool IsUnreachable(Looked looked) => looked.Look.PaymentId is not null && looked.Answer is not Answer.Succeeded;

    private bool MayWait(Looked looked, DateTimeOffset now) => IsUnreachable(looked) && now < looked.Look.At.AddMinutes(options.CurrentValue.ExpiryGraceMinutes);

    // An outage must not write a row for each due order every minute.
    private bool LeavesNoTrace(Looked looked, DateTimeOffset now) => WasNotAsked(looked) || (MayWait(looked, now) && looked.Answer is Answer.NotSent { Calls: [] });

    private async Task<bool> EndAsync(WriteScope tx, Looked looked, Order order, Payment? payment, DateTimeOffset now, CancellationToken ct)
    {
        if (order.Status != OrderStatus.AwaitingPayment) return false;
        if (looked.Look.PaymentId is null && payment is not null) return false; // made since: the next run asks about it
        if (looked.Answer is Answer.Succeeded seen && payment is not null)
            await ledger.ApplyAsync(tx, order, payment, Sighting.Of(seen.Value, "poll"), By, ct);
        if (order.Status != OrderStatus.AwaitingPayment) return true;
        if (MayWait(looked, now)) return false;
        if (payment is { Status: PaymentStatus.Pending }) book.Cancel(tx, payment);
        await news.MoveAsync(tx, order, OrderStatus.Expired, By, null, new { unasked = IsUnreachable(looked) }, ct);
        return true;
    }
}
