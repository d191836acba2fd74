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
        var opened = await tx.Db.ExecuteAsync(
            "INSERT INTO money_cases (case_id, order_id, payment_id, transaction_id, kind, amount_minor, currency, told_minor, told_currency, opened_at, state, version) "
            + "VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, 'Open', 0) ON CONFLICT (payment_id, transaction_id, kind) DO NOTHING",
            [
                Ids.New("mon", tx.Now), found.OrderId, found.PaymentId, found.TransactionId, found.Kind.ToString(), found.Amount.Minor,
                found.Amount.Currency.Code, found.Told?.Minor, found.Told?.Currency.Code, tx.Now.ToUnixTimeMilliseconds(),
            ],
            ct);
        if (opened == 0) return;
        tx.Journal(
            Order.StreamOf(found.OrderId), OrderEvents.MoneyCaseOpened, by,
            new { kind = found.Kind, found.PaymentId, found.TransactionId, amount = found.Amount.ToWire(), currency = found.Amount.Currency.Code, told = found.Told?.ToString() },
            found.OrderId);
        await AlarmAsync(tx, found, by, ct);
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
        }
    }

    // Late payments are everyday: one alarm for all of a day, so that they do not drown the serious ones. None is forgotten: each has its case.
    private static Task AlarmAsync(WriteScope tx, NewMoneyCase found, Actor by, CancellationToken ct) => found.Kind switch
    {
        MoneyCaseKind.Late => tx.AlarmAsync(AlarmKind.LateMoney, $"{Lima.DayOf(tx.Now):yyyy-MM-dd}", by, ct),
        MoneyCaseKind.UnaskedRefund => tx.AlarmAsync(AlarmKind.UnaskedRefund, found.OrderId, by, ct, found.OrderId),
        MoneyCaseKind.RefundUnknown => tx.AlarmAsync(AlarmKind.RefundUnknown, found.OrderId, by, ct, found.OrderId),
        MoneyCaseKind.Short or MoneyCaseKind.Over or MoneyCaseKind.ForeignCurrency or MoneyCaseKind.PaidTwice or MoneyCaseKind.Contradiction
            or MoneyCaseKind.RefundFailed => tx.AlarmAsync(AlarmKind.MoneyCase, found.OrderId, by, ct, found.OrderId),
    };
}
