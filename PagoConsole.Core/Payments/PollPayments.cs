using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>Asks PagoEfectivo about payments of which no delivery came: after 5, 10, 20, 40 minutes, then every hour.</summary>
public sealed class PollPayments
{
    private const int AtOnce = 8;
    private const int Batch = 200;
    private static readonly Actor By = Actor.Job("polling");

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly IPaymentGateway gateway;
    private readonly PaymentLedger ledger;

    internal PollPayments(IDbContextFactory<PagoDb> contexts, Writes writes, IPaymentGateway gateway, PaymentLedger ledger)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.gateway = gateway;
        this.ledger = ledger;
    }

    /// <summary>Asks about the payments whose turn it is; at most 200 a run.</summary>
    /// <returns>How many were asked about.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        List<string> due;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            due = await db.Set<Order>().AsNoTracking().Where(o => o.NextPollAt <= now).OrderBy(o => o.NextPollAt).Take(Batch).Select(o => o.OrderId).ToListAsync(ct);
        await EachOfMany.DoAsync(due, AtOnce, orderId => orderId, AskAsync, ct);
        return due.Count;
    }

    /// <summary>Asks about one order's payment now.</summary>
    public async Task AskAsync(string orderId, CancellationToken ct)
    {
        string? paymentId;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            paymentId = await db.Set<Payment>().Where(p => p.OrderId == orderId).Select(p => p.PaymentId).SingleOrDefaultAsync(ct);
        if (paymentId is null) return;
        var found = await gateway.FindAsync(paymentId, ct);
        await writes.DoAsync(
            async tx =>
            {
                tx.Keep(found.Calls, orderId, null);
                if (await tx.LockAsync<Order>(orderId, ct) is not { } order) return;
                var payment = await tx.Db.Set<Payment>().SingleAsync(p => p.PaymentId == paymentId, ct);
                if (found is Answer.Succeeded seen) await ledger.ApplyAsync(tx, order, payment, Sighting.Of(seen.Value, "poll"), By, ct);
                if (order.Status != OrderStatus.AwaitingPayment) return;
                order.Polls++;
                order.NextPollAt = tx.Now + TimeSpan.FromMinutes(Math.Min(60, 5 * Math.Pow(2, Math.Min(order.Polls, 10))));
                order.Touch();
            },
            ct);
    }
}
