using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Money that finance must look at.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="TransactionId">The transaction, or the refund.</param>
/// <param name="Kind">Why.</param>
/// <param name="Amount">How much.</param>
/// <param name="Told">What the same transaction was told with the second time.</param>
internal sealed record NewMoneyCase(string OrderId, string PaymentId, string TransactionId, MoneyCaseKind Kind, Money Amount, Money? Told = null)
{
    public static NewMoneyCase Of(MoneyMovement movement, MoneyCaseKind kind, Money? told = null) =>
        new(movement.OrderId, movement.PaymentId, movement.TransactionId, kind, movement.Amount, told);
}

/// <summary>Opens money cases from inside a transaction, one for each reason of a transaction, however often it is told.</summary>
internal static class OpenMoneyCase
{
    public static async Task OpenCaseAsync(this WriteScope tx, NewMoneyCase found, Actor by, CancellationToken ct)
    {
        var caseId = Ids.New("mon", tx.Now);
        var opened = await tx.Db.ExecuteAsync(
            "INSERT INTO money_cases (case_id, order_id, payment_id, transaction_id, kind, amount_minor, currency, told_minor, told_currency, opened_at, state, version) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, 'Open', 0) ON CONFLICT (payment_id, transaction_id, kind) DO NOTHING",
            [
                caseId, found.OrderId, found.PaymentId, found.TransactionId, found.Kind.ToString(), found.Amount.Minor,
                found.Amount.Currency.Code, found.Told?.Minor, found.Told?.Currency.Code, tx.Now.ToUnixTimeMilliseconds(),
            ],
            ct);
        if (opened == 0) return;
        tx.Journal(
            Order.StreamOf(found.OrderId), OrderEvents.MoneyCaseOpened, by,
            new { caseId, kind = found.Kind, found.PaymentId, found.TransactionId, amount = found.Amount.ToWire(), currency = found.Amount.Currency.Code, told = found.Told?.ToString() },
            found.OrderId);
        await AlarmAsync(tx, caseId, found, by, ct);
    }

    /// <summary>A refund went through after all: the case of its failure or doubt has nothing left to decide.</summary>
    public static async Task EndCasesOfAsync(this WriteScope tx, Refund refund, Actor by, CancellationToken ct)
    {
        var cases = await tx.Db.Set<MoneyCase>()
            .Where(c => c.OrderId == refund.OrderId && c.TransactionId == refund.RefundId && c.State != MoneyCaseState.Settled).ToListAsync(ct);
        foreach (var waiting in cases.Where(c => c.IsAboutRefund && c.State is MoneyCaseState.Open or MoneyCaseState.AwaitingSecond))
        {
            waiting.WentBack(by, tx.Now);
            tx.Journal(Order.StreamOf(refund.OrderId), OrderEvents.MoneyCaseSettled, by, new { waiting.CaseId, waiting.Kind, waiting.Choice }, refund.OrderId);
            await tx.EndAlarmAsync(waiting, by, ct);
        }
    }

    /// <summary>
    /// A refund that failed is asked for again: the case of its failure has nothing left to decide, so that the money does not go back twice. Not
    /// while finance is about to send it another way.
    /// </summary>
    /// <returns>Why not; null when it may be asked for.</returns>
    public static async Task<Refusal?> AskedAgainAsync(this WriteScope tx, Order order, Money money, Actor by, CancellationToken ct)
    {
        var failed = await tx.Db.Set<MoneyCase>()
            .Where(c => c.OrderId == order.OrderId && c.Kind == MoneyCaseKind.RefundFailed && c.State != MoneyCaseState.Settled).OrderBy(c => c.OpenedAt).ToListAsync(ct);
        if (failed.FirstOrDefault(c => c.Amount == money) is not { } again) return null;
        if (again.AskedAgain(by, tx.Now) is { } refusal) return refusal;
        tx.Journal(order.Stream, OrderEvents.MoneyCaseSettled, by, new { again.CaseId, again.Kind, again.Choice }, order.OrderId);
        await tx.EndAlarmAsync(again, by, ct);
        return null;
    }

    /// <summary>A case was settled: its alarm calls for nobody any more, unless another case of the order still does.</summary>
    public static async Task EndAlarmAsync(this WriteScope tx, MoneyCase settled, Actor by, CancellationToken ct)
    {
        if (settled.IsWaiting || settled.Kind == MoneyCaseKind.Late) return;
        var others = await tx.Db.Set<MoneyCase>().AsNoTracking()
            .Where(c => c.OrderId == settled.OrderId && c.CaseId != settled.CaseId && c.State != MoneyCaseState.Settled).Select(c => c.Kind).ToListAsync(ct);
        if (!others.Exists(kind => AlarmOf(kind) == AlarmOf(settled.Kind))) await tx.ClearAlarmAsync(AlarmOf(settled.Kind), settled.OrderId, by, ct);
    }

    // Late payments are everyday: one alarm for all of a day, so that they do not drown the serious ones. None is forgotten: each has its case.
    private static Task AlarmAsync(WriteScope tx, string caseId, NewMoneyCase found, Actor by, CancellationToken ct) => found.Kind == MoneyCaseKind.Late
        ? tx.AlarmAsync(AlarmKind.LateMoney, $"{Lima.DayOf(tx.Now):yyyy-MM-dd}", by, ct)
        : tx.AlarmAsync(AlarmOf(found.Kind), found.OrderId, by, ct, found.OrderId, [caseId]);

    private static AlarmKind AlarmOf(MoneyCaseKind kind) => kind switch
    {
        MoneyCaseKind.Late => AlarmKind.LateMoney,
        MoneyCaseKind.UnaskedRefund => AlarmKind.UnaskedRefund,
        MoneyCaseKind.RefundUnknown => AlarmKind.RefundUnknown,
        MoneyCaseKind.Short or MoneyCaseKind.Over or MoneyCaseKind.ForeignCurrency or MoneyCaseKind.PaidTwice or MoneyCaseKind.Contradiction
            or MoneyCaseKind.RefundFailed => AlarmKind.MoneyCase,
    };
}
