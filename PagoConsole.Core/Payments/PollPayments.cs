using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>
/// Asks PagoEfectivo about payments of which no delivery came, as <see cref="PollPlan"/> says, no faster than <c>Payments:PollsPerSecond</c>,
/// and not at all while it is down or asks to be left alone.
/// </summary>
public sealed class PollPayments
{
    /// <summary>Who asks, in the journal.</summary>
    internal static readonly Actor By = Actor.Job("polling");

    private const int Page = 200;
    private static readonly TimeSpan Unanswered = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly PaymentLooks looks;
    private readonly PaymentLedger ledger;
    private readonly PollPace pace;
    private readonly GatewayHealth health;

    internal PollPayments(IDbContextFactory<PagoDb> contexts, PaymentLooks looks, PaymentLedger ledger, PollPace pace, GatewayHealth health)
    {
        this.contexts = contexts;
        this.looks = looks;
        this.ledger = ledger;
        this.pace = pace;
        this.health = health;
    }

    /// <summary>Asks about the payments whose turn it is.</summary>
    /// <returns>About how many it said something.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var asked = 0;
        AggregateException? failed = null;
        var after = (At: DateTimeOffset.MinValue, Id: "");
        while (!looks.IsQuiet && health.Now.Circuit != GatewayCircuit.Open)
        {
            List<Look> due;
            await using (var db = await contexts.CreateDbContextAsync(ct)) due = await DueAsync(db, now, after, ct);
            if (due.Count == 0) break;
            try
            {
                asked += await AskAsync(due, ct);
            }
            catch (AggregateException some)
            {
                failed ??= some;
            }

            after = (due[^1].At, due[^1].OrderId);
        }

        return failed is null ? asked : throw failed;
    }

    /// <summary>Asks about one order's payment now.</summary>
    public async Task AskAsync(string orderId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Payment>().Where(p => p.OrderId == orderId).Select(p => p.PaymentId).SingleOrDefaultAsync(ct) is { } paymentId)
            await AskAsync([new Look(orderId, DateTimeOffset.MinValue, paymentId)], ct);
    }

    private static Task<List<Look>> DueAsync(PagoDb db, DateTimeOffset now, (DateTimeOffset At, string Id) after, CancellationToken ct) => (
        from order in db.Set<Order>().AsNoTracking()
        where order.NextPollAt <= now && (order.NextPollAt > after.At || (order.NextPollAt == after.At && string.Compare(order.OrderId, after.Id) > 0))
        join payment in db.Set<Payment>() on order.OrderId equals payment.OrderId into payments
        from payment in payments.DefaultIfEmpty()
        orderby order.NextPollAt, order.OrderId
        select new Look(order.OrderId, order.NextPollAt!.Value, payment == null ? null : payment.PaymentId)).Take(Page).ToListAsync(ct);

    private Task<int> AskAsync(IReadOnlyCollection<Look> due, CancellationToken ct) =>
        looks.RunAsync(due, pace.WaitAsync, Matters, (tx, looked, order, payment) => RecordAsync(tx, looked, order, payment, ct), ct);

    // Where nothing left this machine there is nothing to record, and it is its turn again with the next run.
    private static bool Matters(Looked looked) => looked.Look.PaymentId is null || looked.Answer is not (null or Answer.NotSent { Calls: [] });

    private async Task<bool> RecordAsync(WriteScope tx, Looked looked, Order order, Payment? payment, CancellationToken ct)
    {
        if (payment is null)
        {
            order.AskAgainAt(null);
            return false;
        }

        if (looked.Answer is not Answer.Succeeded seen)
        {
            if (order.NextPollAt is not null) order.AskAgainAt(tx.Now + Unanswered);
            return false;
        }

        await ledger.ApplyAsync(tx, order, payment, Sighting.Of(seen.Value, "poll"), By, ct);
        if (order.NextPollAt is not null) order.Asked(tx.Now);
        return true;
    }
}
