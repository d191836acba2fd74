using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>What a decided choice does, in the transaction of the decision: state, journal, message, command and refund go together.</summary>
internal sealed class MoneyEffects(OrderNews news, RefundBook refunds, RefundLedger ledger)
{
    public async Task ApplyAsync(WriteScope tx, CaseOnDesk desk, ChoiceOption option, Actor by, CancellationToken ct)
    {
        switch (option.Choice)
        {
            case MoneyChoice.Accept:
                await AcceptAsync(tx, desk, by, ct);
                break;
            case MoneyChoice.AcceptAndReturn:
                await AcceptAsync(tx, desk, by, ct);
                await AskAsync(tx, desk, option.Moves!.Value, RefundRoute.PagoEfectivo, completes: false, by, ct);
                break;
            case MoneyChoice.Refund:
                await BackAsync(tx, desk, option, RefundRoute.PagoEfectivo, by, ct);
                break;
            case MoneyChoice.OutOfBand:
                desk.Case.AwaitPayout((await BackAsync(tx, desk, option, RefundRoute.OutOfBand, by, ct)).RefundId);
                break;
            case MoneyChoice.Credit:
                desk.Case.AwaitPayout((await BackAsync(tx, desk, option, RefundRoute.Credit, by, ct)).RefundId);
                break;
            case MoneyChoice.Keep:
                await EndDoubtAsync(tx, desk, by, ct);
                break;
            case MoneyChoice.WentBack:
                await ledger.DoneAsync(tx, desk.Order, desk.Payment, desk.About!, by, ct);
                break;
        }
    }

    // An unasked refund that stands changes nothing: its money is gone, and the order has followed it already.
    private async Task AcceptAsync(WriteScope tx, CaseOnDesk desk, Actor by, CancellationToken ct)
    {
        var (found, order, payment) = (desk.Case, desk.Order, desk.Payment);
        if (found.Kind == MoneyCaseKind.UnaskedRefund) return;
        var movement = desk.Movements.Single(m => m.Kind == MovementKind.Payment && m.TransactionId == found.TransactionId);
        (payment.Status, payment.PaidAt, payment.Channel, payment.TransactionId) = (PaymentStatus.Paid, movement.At, movement.Channel, movement.TransactionId);
        await news.MoveAsync(
            tx, order, OrderStatus.Paid, by, found.Kind == MoneyCaseKind.Late ? "reinstated" : "accepted", new { found.CaseId, found.Kind }, ct);
    }

    private async Task<Refund> BackAsync(WriteScope tx, CaseOnDesk desk, ChoiceOption option, RefundRoute route, Actor by, CancellationToken ct)
    {
        await EndDoubtAsync(tx, desk, by, ct);
        var moves = option.Moves!.Value;
        var left = RefundBalance.LeftOf(desk.Movements, desk.Refunds, desk.Payment.TransactionId, desk.Transaction, moves.Currency);
        return await AskAsync(tx, desk, moves, route, desk.IsOfOrder && moves.Minor == left, by, ct);
    }

    private Task<Refund> AskAsync(WriteScope tx, CaseOnDesk desk, Money money, RefundRoute route, bool completes, Actor by, CancellationToken ct) => refunds.AskAsync(
        tx,
        desk.Order,
        desk.Payment,
        new RefundWish(money, $"{desk.Case.Kind} {desk.Case.CaseId}", completes) { Route = route, OfTransaction = desk.Transaction, CaseId = desk.Case.CaseId },
        by,
        ct);

    // A person says that the refund in doubt did not go through: only then may its money go another way.
    private async Task EndDoubtAsync(WriteScope tx, CaseOnDesk desk, Actor by, CancellationToken ct)
    {
        if (desk.About is { State: RefundState.Unknown } doubtful)
            await ledger.FailedAsync(tx, desk.Order, desk.Payment, doubtful, "checked_by_person", by, ct);
    }
}
