using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>How finance settles a money case.</summary>
public enum MoneyChoice
{
    /// <summary>The money pays the order: late money reinstates it, money that does not fit is accepted as it is.</summary>
    Accept,

    /// <summary>It stays a difference, dealt with outside.</summary>
    Keep,
}

/// <summary>Settles a money case: a person of finance decides, with a note, and it is journalled.</summary>
public sealed class SettleMoneyCase
{
    private readonly Writes writes;
    private readonly OrderNews news;

    internal SettleMoneyCase(Writes writes, OrderNews news)
    {
        this.writes = writes;
        this.news = news;
    }

    /// <summary>Settles it.</summary>
    public Task<Result<MoneyCase>> RunAsync(string caseId, MoneyChoice choice, string note, Actor by, CancellationToken ct) =>
        writes.RunAsync<MoneyCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                var orderId = await tx.Db.Set<MoneyCase>().Where(c => c.CaseId == caseId).Select(c => c.OrderId).SingleOrDefaultAsync(ct);
                if (orderId is null || await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.NotFound;
                var open = await tx.Db.Set<MoneyCase>().SingleAsync(c => c.CaseId == caseId, ct);
                if (open.SettledAt is not null) return RefusalCode.AlreadySettled;
                (open.SettledAt, open.SettledBy, open.Choice, open.Note) = (tx.Now, by.Signature, choice.ToString(), note.Trim());
                tx.Journal(order.Stream, OrderEvents.MoneyCaseSettled, by, new { open.CaseId, open.Kind, choice }, orderId, new { note = open.Note });
                return choice == MoneyChoice.Accept && await AcceptAsync(tx, order, open, by, ct) is { } refusal ? refusal : open;
            },
            ct);

    private async Task<Refusal?> AcceptAsync(WriteScope tx, Order order, MoneyCase open, Actor by, CancellationToken ct)
    {
        if (open.Kind is MoneyCaseKind.PaidTwice or MoneyCaseKind.UnaskedRefund or MoneyCaseKind.Contradiction || !OrderTransitions.May(order.Status, OrderStatus.Paid))
            return new Refusal(RefusalCode.NotPossibleInThisState, Detail: $"The order is {order.Status}; this money cannot pay it.");
        var payment = await tx.Db.Set<Payment>().SingleAsync(p => p.PaymentId == open.PaymentId, ct);
        var movement = await tx.Db.Set<MoneyMovement>()
            .SingleAsync(m => m.PaymentId == open.PaymentId && m.TransactionId == open.TransactionId && m.Kind == MovementKind.Payment, ct);
        (payment.Status, payment.PaidAt, payment.Channel, payment.TransactionId) = (PaymentStatus.Paid, movement.At, movement.Channel, movement.TransactionId);
        if (movement.Currency == order.Currency && await RefundBalance.IsAllGoneAsync(tx.Db, order, payment, ct)) return new Refusal(RefusalCode.NotPossibleInThisState, Detail: "This money went back.");
        await news.MoveAsync(tx, order, OrderStatus.Paid, by, open.Kind == MoneyCaseKind.Late ? "reinstated" : "accepted", new { open.CaseId, open.Kind }, ct);
        return null;
    }
}
