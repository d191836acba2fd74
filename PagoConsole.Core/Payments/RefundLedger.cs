using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Keeps the book of money that goes back, inside transactions that hold the order's row.</summary>
internal sealed class RefundLedger(OrderNews news)
{
    /// <summary>PagoEfectivo says that money went back: our own refund, or one that nobody here asked for.</summary>
    public async Task<SightingVerdict> ApplyAsync(WriteScope tx, Order order, Payment payment, Sighting seen, Actor by, CancellationToken ct)
    {
        // What people carry out themselves PagoEfectivo knows nothing of.
        var own = (await RefundBalance.RefundsAsync(tx.Db, order.OrderId, ct)).FindAll(r => r.Route == RefundRoute.PagoEfectivo);
        return seen.Source == "webhook"
            ? await ToldAsync(tx, order, payment, seen, own, by, ct)
            : await FoundAsync(tx, order, payment, seen, own, by, ct);
    }

    /// <summary>A refund of ours went through.</summary>
    public async Task DoneAsync(WriteScope tx, Order order, Payment payment, Refund refund, Actor by, CancellationToken ct)
    {
        if (refund.State == RefundState.Done) return;
        (refund.State, refund.EndedAt) = (RefundState.Done, tx.Now);
        await NotSentAnyMoreAsync(tx, refund, ct);
        var byPago = refund.Route == RefundRoute.PagoEfectivo;
        tx.Db.Add(Movement(tx, payment, refund.RefundId, refund.Amount, byPago ? "answer" : "person"));
        await tx.EndCasesOfAsync(refund, by, ct);
        await MoreThanCameAsync(tx, order, payment, refund, by, ct);
        var details = new { refund.RefundId, amount = refund.Amount.ToWire(), currency = refund.Currency.Code, refund.Route };
        var ofOrder = RefundBalance.IsOfOrder(refund, payment);
        if (ofOrder && await RefundBalance.IsAllGoneAsync(tx.Db, order, payment, ct) && OrderTransitions.May(order.Status, OrderStatus.Refunded))
        {
            if (byPago) payment.Status = PaymentStatus.Refunded;
            await news.MoveAsync(tx, order, OrderStatus.Refunded, by, null, details, ct, told: byPago ? null : RouteOf(refund));
            return;
        }

        order.Touch();
        tx.Journal(order.Stream, OrderEvents.PartlyRefunded, by, details, order.OrderId);
        if (ofOrder) await BackIfNothingIsOpenAsync(tx, order, payment, refund, "part_failed", by, ct);
    }

    /// <summary>PagoEfectivo refused a refund: the order goes back to where it stood, and finance decides what becomes of the money.</summary>
    public async Task RefusedAsync(WriteScope tx, Order order, Payment payment, Refund refund, string outcome, Actor by, CancellationToken ct)
    {
        await FailedAsync(tx, order, payment, refund, outcome, by, ct);
        await tx.OpenCaseAsync(new NewMoneyCase(order.OrderId, payment.PaymentId, refund.RefundId, MoneyCaseKind.RefundFailed, refund.Amount), by, ct);
    }

    /// <summary>A refund did not go through: the order goes back to where it stood.</summary>
    public async Task FailedAsync(WriteScope tx, Order order, Payment payment, Refund refund, string outcome, Actor by, CancellationToken ct)
    {
        (refund.State, refund.EndedAt) = (RefundState.Failed, tx.Now);
        if (RefundBalance.IsOfOrder(refund, payment) && await BackIfNothingIsOpenAsync(tx, order, payment, refund, outcome, by, ct)) return;
        order.Touch();
        tx.Journal(order.Stream, OrderEvents.PartialRefundFailed, by, new { refund.RefundId, outcome }, order.OrderId);

        // Of a part that finance decided the marketplace was never told.
        if (refund.CaseId is null) await news.TellAsync(tx, order, CallbackType.RefundFailed, ct);
    }

    /// <summary>A payment was told after the delivery that it went back: then there is nothing to ship for.</summary>
    public async Task PaidAfterwardsAsync(WriteScope tx, Order order, Payment payment, Actor by, CancellationToken ct)
    {
        if (!await RefundBalance.IsAllGoneAsync(tx.Db, order, payment, ct)) return;
        payment.Status = PaymentStatus.Refunded;
        await news.MoveAsync(tx, order, OrderStatus.Refunded, by, "unasked_refund", new { payment.PaymentId }, ct);
    }

    // The order waits in RefundRequested for the refund that is to complete it, and for any part that is still open beside it. When the
    // last of them has ended and money is left, it stands where it stood, and what failed can be asked for anew.
    private async Task<bool> BackIfNothingIsOpenAsync(
        WriteScope tx, Order order, Payment payment, Refund ended, string outcome, Actor by, CancellationToken ct)
    {
        if (order is not { Status: OrderStatus.RefundRequested, StatusBeforeRefund: { } before }) return false;
        var own = await RefundBalance.RefundsAsync(tx.Db, order.OrderId, ct);
        if (!(ended is { Whole: true, State: RefundState.Failed }) && own.Exists(r => r.IsOpen && RefundBalance.IsOfOrder(r, payment))) return false;
        await news.MoveAsync(tx, order, before, by, "refund_failed", new { ended.RefundId, outcome }, ct);
        return true;
    }

    // A delivery speaks of one refund, whole or part.
    private async Task<SightingVerdict> ToldAsync(
        WriteScope tx, Order order, Payment payment, Sighting seen, List<Refund> own, Actor by, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(seen.TransactionId) && own.Any(r => r.ToldBy == seen.TransactionId)) return SightingVerdict.NoEffect;
        var match = own.Where(r => r.ToldBy is null && (seen.Amount is not { } money || r.Amount == money)).OrderBy(Likelihood).FirstOrDefault();
        if (match is null) return await IsKnownAsync(tx, order, payment, seen, ct) ? SightingVerdict.NoEffect : await UnaskedAsync(tx, order, payment, seen, by, ct);
        match.ToldBy = seen.TransactionId ?? "";
        if (match.State == RefundState.Done) return SightingVerdict.NoEffect;
        await DoneAsync(tx, order, payment, match, by, ct);
        return SightingVerdict.Applied;
    }

    // A look-up may have found, without a name, what a delivery tells of only now. Of an order that is refunded already anything else is news: the money of
    // a second payment, or money that people had given back another way.
    private static async Task<bool> IsKnownAsync(WriteScope tx, Order order, Payment payment, Sighting seen, CancellationToken ct)
    {
        if (order.Status != OrderStatus.Refunded) return false;
        var currency = seen.Amount?.Currency ?? payment.Currency;
        var movements = await RefundBalance.MovementsAsync(tx.Db, payment.PaymentId, ct);
        return movements.Exists(m => m.Kind == MovementKind.Refund && m.TransactionId.Length == 0 && m.Currency == currency)
            && RefundBalance.AtPagoEfectivo(movements, await RefundBalance.RefundsAsync(tx.Db, order.OrderId, ct), currency) <= 0;
    }

    // A look-up says "refunded" only when everything went back.
    private async Task<SightingVerdict> FoundAsync(
        WriteScope tx, Order order, Payment payment, Sighting seen, List<Refund> own, Actor by, CancellationToken ct)
    {
        var open = own.Where(r => r.IsOpen).ToList();
        foreach (var refund in open) await DoneAsync(tx, order, payment, refund, by, ct);
        var done = open.Count > 0 ? SightingVerdict.Applied : SightingVerdict.NoEffect;
        if (order.Status == OrderStatus.Refunded) return done;
        if (!order.Status.HasMoney())
        {
            // Money that never paid the order has gone back as well.
            var here = await RefundBalance.HereInAllAsync(tx.Db, payment, ct);
            return here is { } gone ? await UnaskedAsync(tx, order, payment, seen with { TransactionId = "", Amount = gone }, by, ct) : done;
        }

        var rest = await RefundBalance.LeftAsync(tx.Db, order, payment, ct);
        if (open.Count > 0 && rest <= 0) return done;
        return await UnaskedAsync(tx, order, payment, seen with { TransactionId = "", Amount = rest > 0 ? new Money(rest, order.Currency) : seen.Amount }, by, ct);
    }

    // One that was answered is told sooner than one whose answer is still open: of two of the same amount it is the one that surely went.
    private static int Likelihood(Refund refund) => refund.State switch
    {
        RefundState.Done => 0,
        RefundState.Requested or RefundState.Unknown => 1,
        RefundState.Failed => 2,
    };

    // Told before it was sent: PagoEfectivo gave the money back by itself, and must not do so again. What is under way ends by its answer.
    private static async Task NotSentAnyMoreAsync(WriteScope tx, Refund refund, CancellationToken ct)
    {
        var waiting = await tx.Db.Set<GatewayCommand>().AsNoTracking()
            .Where(c => c.RefundId == refund.RefundId && c.State == CommandState.Waiting && c.LeaseToken == null).Select(c => c.CommandId).ToListAsync(ct);
        foreach (var id in waiting)
            if (await tx.LockAsync<GatewayCommand>(id, ct) is { State: CommandState.Waiting, LeaseToken: null } command)
                command.End(command.MaybeSent ? CommandState.Done : CommandState.Withdrawn, "told", tx.Now);
    }

    // The movement is a fact in any state. One that comes when the order is refunded already concerns other money, and leaves the order as it is.
    private async Task<SightingVerdict> UnaskedAsync(WriteScope tx, Order order, Payment payment, Sighting seen, Actor by, CancellationToken ct)
    {
        var money = seen.Amount ?? new Money(payment.AmountMinor, payment.Currency);
        var movements = await RefundBalance.MovementsAsync(tx.Db, payment.PaymentId, ct);
        if (movements.Exists(m => m.Kind == MovementKind.Refund && m.TransactionId == (seen.TransactionId ?? ""))) return SightingVerdict.NoEffect;
        tx.Db.Add(Movement(tx, payment, seen.TransactionId ?? "", money, seen.Source));
        await tx.OpenCaseAsync(new NewMoneyCase(order.OrderId, payment.PaymentId, seen.TransactionId ?? "", MoneyCaseKind.UnaskedRefund, money), by, ct);

        // Without money, the delivery that tells of the payment is still to come: see PaidAfterwardsAsync.
        if (!order.Status.HasMoney() || (money.Currency == order.Currency && !await RefundBalance.IsAllGoneAsync(tx.Db, order, payment, ct)))
        {
            order.Touch();
            tx.Journal(order.Stream, OrderEvents.PartlyRefunded, by, new { amount = money.ToWire(), unasked = true }, order.OrderId);
            return SightingVerdict.UnaskedRefund;
        }

        payment.Status = PaymentStatus.Refunded;
        await news.MoveAsync(tx, order, OrderStatus.Refunded, by, "unasked_refund", new { payment.PaymentId, amount = money.ToWire() }, ct);
        return SightingVerdict.UnaskedRefund;
    }

    // A refund that was taken for lost, and whose money has gone another way since, was told after all: a person claims one of them back.
    private static async Task MoreThanCameAsync(WriteScope tx, Order order, Payment payment, Refund refund, Actor by, CancellationToken ct)
    {
        var here = RefundBalance.HereOf(
            await RefundBalance.MovementsAsync(tx.Db, payment.PaymentId, ct),
            await RefundBalance.RefundsAsync(tx.Db, order.OrderId, ct),
            payment.TransactionId,
            RefundBalance.TransactionOf(refund, payment),
            refund.Currency);
        if (here < 0 && (order.Status.HasMoney() || order.Status == OrderStatus.Refunded))
            await tx.OpenCaseAsync(new NewMoneyCase(order.OrderId, payment.PaymentId, refund.RefundId, MoneyCaseKind.UnaskedRefund, refund.Amount with { Minor = -here }), by, ct);
    }

    private static object RouteOf(Refund refund) =>
        new { route = refund.Route, amount = refund.Amount.ToWire(), currency = refund.Currency.Code, refund.Reference, refund.PaidOn };

    private static MoneyMovement Movement(WriteScope tx, Payment payment, string transactionId, Money money, string source) => new()
    {
        PaymentId = payment.PaymentId,
        TransactionId = transactionId,
        Kind = MovementKind.Refund,
        OrderId = payment.OrderId,
        AmountMinor = money.Minor,
        Currency = money.Currency,
        At = tx.Now,
        SeenAt = tx.Now,
        Source = source,
    };
}
