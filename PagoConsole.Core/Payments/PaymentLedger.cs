using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Applies what PagoEfectivo says of a payment to its order, inside a transaction that holds the order's row. Saying it twice changes nothing.</summary>
public sealed class PaymentLedger
{
    /// <summary>How old money must be, found by asking, before its delivery counts as missed: until then it may still be under way.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(2);

    private readonly OrderNews news;
    private readonly RefundLedger refunds;

    internal PaymentLedger(OrderNews news, RefundLedger refunds)
    {
        this.news = news;
        this.refunds = refunds;
    }

    /// <summary>Applies one sighting.</summary>
    public async Task<SightingVerdict> ApplyAsync(WriteScope tx, Order order, Payment payment, Sighting seen, Actor by, CancellationToken ct)
    {
        if (order.Imported) return await HistoryAsync(tx, order, payment, seen, by, ct);
        switch (seen.Status)
        {
            case PaymentStatus.Paid:
                return await PaidAsync(tx, order, payment, seen, by, ct);
            case PaymentStatus.Expired:
                return await ClosedAsync(tx, order, payment, seen, OrderStatus.Expired, null, by, ct);
            case PaymentStatus.Cancelled:
                return await ClosedAsync(tx, order, payment, seen, OrderStatus.Cancelled, "gateway_cancelled", by, ct);
            case PaymentStatus.Refunded:
                // What went back was received first, even if nobody told us so.
                if (!order.Status.HasMoney() && order.Status != OrderStatus.Refunded && seen.Source != "webhook")
                    await PaidAsync(tx, order, payment, seen, by, ct);
                return await refunds.ApplyAsync(tx, order, payment, seen, by, ct);
            default:
                return SightingVerdict.NoEffect;
        }
    }

    // History is not changed; but a person hears of money that it does not know.
    private static async Task<SightingVerdict> HistoryAsync(WriteScope tx, Order order, Payment payment, Sighting seen, Actor by, CancellationToken ct)
    {
        var isNews = (seen.Status == PaymentStatus.Paid && order.FirstPaidAt is null) || (seen.Status == PaymentStatus.Refunded && order.FirstRefundedAt is null);
        if (isNews) await tx.AlarmAsync(AlarmKind.UnknownPayment, payment.PaymentId, by, ct, order.OrderId);
        return SightingVerdict.NoEffect;
    }

    private async Task<SightingVerdict> PaidAsync(WriteScope tx, Order order, Payment payment, Sighting seen, Actor by, CancellationToken ct)
    {
        var movements = await RefundBalance.MovementsAsync(tx.Db, payment.PaymentId, ct);
        var money = seen.Amount ?? new Money(payment.AmountMinor, payment.Currency);
        if (Known(movements, seen, money) is { } known)
        {
            if (known.Amount == money) return SightingVerdict.PaidAgain;
            await tx.OpenCaseAsync(NewMoneyCase.Of(known, MoneyCaseKind.Contradiction, money), by, ct);
            return known.Currency == money.Currency ? SightingVerdict.AmountDiffers : SightingVerdict.CurrencyDiffers;
        }

        var movement = new MoneyMovement
        {
            PaymentId = payment.PaymentId,
            TransactionId = seen.TransactionId ?? "",
            Kind = MovementKind.Payment,
            OrderId = order.OrderId,
            AmountMinor = money.Minor,
            Currency = money.Currency,
            At = seen.At ?? tx.Now,
            SeenAt = tx.Now,
            Channel = seen.Channel,
            Source = seen.Source,
        };
        tx.Db.Add(movement);
        movements.Add(movement);
        return await SettleAsync(tx, order, payment, movements, movement, by, ct);
    }

    private async Task<SightingVerdict> SettleAsync(
        WriteScope tx, Order order, Payment payment, List<MoneyMovement> movements, MoneyMovement arrived, Actor by, CancellationToken ct)
    {
        var verdict = Settlement.Of(order.Status, order.Amount, payment.TransactionId, movements);
        foreach (var (movement, kind) in verdict.Cases) await tx.OpenCaseAsync(NewMoneyCase.Of(movement, kind), by, ct);
        if (verdict.SettledBy is { } settling && verdict.Status is { } next)
        {
            (payment.Status, payment.PaidAt, payment.Channel, payment.TransactionId) =
                (PaymentStatus.Paid, settling.At, settling.Channel, settling.TransactionId);
            if (settling.Source == "poll" && settling.SeenAt - settling.At > UnderWay)
                tx.Journal(order.Stream, OrderEvents.MissedWebhook, by, new { payment.PaymentId, settling.At }, order.OrderId);
            await news.MoveAsync(
                tx, order, next, by, null, new { payment.PaymentId, settling.TransactionId, amount = settling.Amount.ToWire(), settling.Channel, settling.Source }, ct);
            await refunds.PaidAfterwardsAsync(tx, order, payment, by, ct);
            return next == OrderStatus.PaidLate ? SightingVerdict.PaidLate : SightingVerdict.Applied;
        }

        if (arrived.Currency != order.Currency) return SightingVerdict.CurrencyDiffers;
        return arrived.AmountMinor != order.AmountMinor ? SightingVerdict.AmountDiffers : SightingVerdict.PaidTwice;
    }

    private async Task<SightingVerdict> ClosedAsync(
        WriteScope tx, Order order, Payment payment, Sighting seen, OrderStatus to, string? reason, Actor by, CancellationToken ct)
    {
        if (payment.Status == PaymentStatus.Pending) payment.Status = seen.Status;
        if (order.Status != OrderStatus.AwaitingPayment) return SightingVerdict.NoEffect;
        await news.MoveAsync(tx, order, to, by, reason, new { payment.PaymentId, seen.Source }, ct);
        return SightingVerdict.Applied;
    }

    // PagoEfectivo may name no transaction: then money of the same payment that we know already is the same money.
    private static MoneyMovement? Known(List<MoneyMovement> movements, Sighting seen, Money money)
    {
        var payments = movements.Where(m => m.Kind == MovementKind.Payment).ToList();
        if (string.IsNullOrEmpty(seen.TransactionId)) return payments.FirstOrDefault(m => m.Amount == money) ?? payments.FirstOrDefault(m => m.TransactionId.Length == 0);
        return payments.FirstOrDefault(m => m.TransactionId == seen.TransactionId)
            ?? payments.FirstOrDefault(m => m.TransactionId.Length == 0 && m.Amount == money);
    }
}
