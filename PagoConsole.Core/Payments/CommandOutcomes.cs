using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>
/// Records what came of a command, if its lease is still the caller's, and looks at the order again: it may have been closed meanwhile.
/// </summary>
internal sealed class CommandOutcomes(Writes writes, OrderNews news, PaymentLedger ledger, RefundOutcomes refunds, CommandBook book)
{
    private static readonly Actor By = Actor.Job("gateway");

    public Task CreatedAsync(GatewayCommand claimed, Answer answer, CancellationToken ct) => RecordAsync(claimed, answer.Calls, async (tx, order, command) =>
    {
        switch (answer)
        {
            case Answer.Succeeded { Value: var made } when !IsWhatWasAsked(made, order):
                // Not what was asked for. It must not become the order's payment, and the call must not count as done: a person finds out.
                command.Postpone("AnswerDiffers", nothingWasDone: false, command.Backoff);
                await tx.AlarmAsync(AlarmKind.PaymentAnswerDiffers, order.OrderId, By, ct, order.OrderId);
                break;
            case Answer.Succeeded done:
                await MadeAsync(tx, order, command, done, ct);
                break;
            case Answer.Refused { Error: GatewayError.InvalidRequest or GatewayError.AmountOverLimit or GatewayError.OrderHasAnotherPayment } refused:
                command.End(CommandState.Refused, refused.Error.ToString(), tx.Now);
                if (refused.Error == GatewayError.OrderHasAnotherPayment)
                    await tx.AlarmAsync(AlarmKind.OrderHasAnotherPayment, order.OrderId, By, ct, order.OrderId);
                if (order.Status == OrderStatus.AwaitingPayment)
                    await news.MoveAsync(tx, order, OrderStatus.Cancelled, By, "gateway_refused", new { refused.Error, refused.Message }, ct);
                break;
            case Answer.NotSent when !command.SentBefore && order.Status != OrderStatus.AwaitingPayment:
                command.End(CommandState.Withdrawn, "order_closed", tx.Now);
                break;
            default:
                if (command.Attempts == 1 && order.Status == OrderStatus.AwaitingPayment)
                    tx.Journal(order.Stream, OrderEvents.PaymentDelayed, By, new { outcome = answer.Word() }, order.OrderId);
                await PostponeAsync(tx, command, answer, ct);
                break;
        }
    });

    public Task CancelledAsync(GatewayCommand claimed, Answer answer, Answer? found, CancellationToken ct) =>
        RecordAsync(claimed, [.. answer.Calls, .. found?.Calls ?? []], async (tx, order, command) =>
        {
            var payment = await tx.Db.Set<Payment>().SingleAsync(p => p.PaymentId == command.PaymentId, ct);
            switch (answer)
            {
                case Answer.Succeeded done:
                    command.End(CommandState.Done, "done", tx.Now);
                    await SeenAsync(tx, order, payment, done.Value, ct);
                    break;
                case Answer.Refused { Error: var error } when error.Handling() == GatewayErrorHandling.Final && found is not (Answer.Unknown or Answer.NotSent):
                    command.End(CommandState.Refused, error.ToString(), tx.Now);
                    if (found is Answer.Succeeded looked) await SeenAsync(tx, order, payment, looked.Value, ct);
                    break;
                default:
                    await PostponeAsync(tx, command, answer, ct);
                    break;
            }
        });

    public Task RefundedAsync(GatewayCommand claimed, Answer answer, CancellationToken ct) =>
        RecordAsync(claimed, answer.Calls, (tx, order, command) => refunds.AnsweredAsync(tx, order, command, answer, By, ct));

    public Task RefundLookedUpAsync(GatewayCommand claimed, Answer found, CancellationToken ct) =>
        RecordAsync(claimed, found.Calls, (tx, order, command) => refunds.LookedUpAsync(tx, order, command, found, By, ct));

    // Once money came, the amount that PagoEfectivo names is that of the money: settlement looks at it.
    private static bool IsWhatWasAsked(GatewayPayment made, Order order) =>
        made.OrderId == order.OrderId && (made.Amount == order.Amount || made.Status is GatewayPaymentStatus.Paid or GatewayPaymentStatus.Refunded);

    private async Task MadeAsync(WriteScope tx, Order order, GatewayCommand command, Answer.Succeeded done, CancellationToken ct)
    {
        command.End(CommandState.Done, "done", tx.Now);
        if (await tx.Db.Set<Payment>().AnyAsync(p => p.OrderId == order.OrderId, ct)) return;
        var made = done.Value;
        var payment = new Payment
        {
            PaymentId = made.Id,
            OrderId = order.OrderId,
            Cip = made.Cip,
            Qr = made.QrCode,
            PaymentUrl = made.PaymentUrl,
            AmountMinor = order.AmountMinor,
            Currency = order.Currency,
            ExpiresAt = made.ExpiresAt ?? order.DueAt!.Value,
            CreatedAt = tx.Now,
            RequestId = done.Calls.LastOrDefault()?.RequestId,
            Status = PaymentStatus.Pending,
        };
        tx.Db.Add(payment);
        tx.Journal(order.Stream, OrderEvents.PaymentCreated, By, new { payment.PaymentId, payment.Cip, payment.ExpiresAt, payment.RequestId }, order.OrderId);
        order.FollowPayment(tx.Now);
        if (order.Status == OrderStatus.AwaitingPayment)
        {
            await news.TellAsync(tx, order, CallbackType.PaymentCreated, ct);
        }
        else
        {
            book.Cancel(tx, payment); // closed meanwhile: nobody may pay it any more
        }

        await SeenAsync(tx, order, payment, made, ct);
        tx.Ring(BellOfReceipts);
    }

    /// <summary>The bell of the pump that processes deliveries: one of them may have waited for this payment.</summary>
    internal const string BellOfReceipts = "receipts";

    private Task SeenAsync(WriteScope tx, Order order, Payment payment, GatewayPayment seen, CancellationToken ct) =>
        ledger.ApplyAsync(tx, order, payment, Sighting.Of(seen, "answer"), Actor.PagoEfectivo, ct);

    private static async Task PostponeAsync(WriteScope tx, GatewayCommand command, Answer answer, CancellationToken ct)
    {
        var nothingWasDone = answer is Answer.NotSent or Answer.Refused;
        command.Postpone(answer.Word(), nothingWasDone, answer.Pause(command.Backoff));
        await tx.AlarmIfAskedAsync(answer, By, ct);
    }

    private Task RecordAsync(GatewayCommand claimed, IReadOnlyList<GatewayCall> calls, Func<WriteScope, Order, GatewayCommand, Task> record) =>
        writes.ShareAsync<Unit>(
            async tx =>
            {
                tx.Keep(calls, claimed.OrderId, claimed.CommandId);
                var order = await tx.LockAsync<Order>(claimed.OrderId, CancellationToken.None)
                    ?? throw new InvalidOperationException($"Command {claimed.CommandId} has no order.");
                var command = await tx.LockAsync<GatewayCommand>(claimed.CommandId, CancellationToken.None);
                if (command is null || command.LeaseToken != claimed.LeaseToken) return default(Unit); // taken over; the other one records
                await record(tx, order, command);
                return default(Unit);
            },
            CancellationToken.None,
            patient: true);
}
