using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;
using Answer = PagoConsole.Core.PagoEfectivo.GatewayAnswer<PagoConsole.Core.PagoEfectivo.GatewayPayment>;

namespace PagoConsole.Core.Payments;

/// <summary>What comes of a refund: done, refused, or unknown and then a matter for a person. It is never sent twice.</summary>
internal sealed class RefundOutcomes(RefundLedger ledger)
{
    /// <summary>How often a refund of unknown fate is looked up before a person is asked.</summary>
    private const int LookUps = 3;

    /// <summary>PagoEfectivo answered, or did not.</summary>
    public async Task AnsweredAsync(WriteScope tx, Order order, GatewayCommand command, Answer answer, Actor by, CancellationToken ct)
    {
        var (refund, payment) = await ReadAsync(tx, command, ct);
        switch (answer)
        {
            case Answer.Succeeded:
                command.End(CommandState.Done, "done", tx.Now);
                await ledger.DoneAsync(tx, order, payment, refund, by, ct);
                break;
            case Answer.Refused when refund.State != RefundState.Requested:
                command.End(CommandState.Done, "told", tx.Now); // a delivery told us meanwhile
                break;
            case Answer.Refused { Error: var error } when error.Handling() == GatewayErrorHandling.Final:
                command.End(CommandState.Refused, error.ToString(), tx.Now);
                await ledger.RefusedAsync(tx, order, payment, refund, error.ToString(), by, ct);
                break;
            default:
                // Refused for now, or not sent: nothing was done, so it may be sent later. Unknown: from now on it is only looked up.
                command.Postpone(answer.Word(), answer is Answer.NotSent or Answer.Refused, answer.Pause(command.Backoff));
                await tx.AlarmIfAskedAsync(answer, by, ct);
                break;
        }
    }

    /// <summary>A refund of unknown fate was looked up.</summary>
    public async Task LookedUpAsync(WriteScope tx, Order order, GatewayCommand command, Answer found, Actor by, CancellationToken ct)
    {
        var (refund, payment) = await ReadAsync(tx, command, ct);
        if (refund.State != RefundState.Requested)
        {
            command.End(CommandState.Done, "told", tx.Now); // a delivery told us meanwhile
            return;
        }

        if (found is Answer.Succeeded { Value: { Status: GatewayPaymentStatus.Refunded } all })
        {
            command.End(CommandState.Done, "found", tx.Now);
            await ledger.ApplyAsync(tx, order, payment, Sighting.Of(all, "answer"), by, ct);
            return;
        }

        if (found is not Answer.Succeeded || command.Attempts <= LookUps)
        {
            command.Postpone(found.Word(), nothingWasDone: false, TimeSpan.FromSeconds(5) + command.Backoff);
            return;
        }

        command.End(CommandState.Unknown, "unknown", tx.Now);
        (refund.State, refund.EndedAt) = (RefundState.Unknown, tx.Now);
        tx.Journal(order.Stream, OrderEvents.RefundUnknown, by, new { refund.RefundId, amount = refund.Amount.ToWire() }, order.OrderId);
        await tx.OpenCaseAsync(new NewMoneyCase(order.OrderId, payment.PaymentId, refund.RefundId, MoneyCaseKind.RefundUnknown, refund.Amount), by, ct);
    }

    private static async Task<(Refund Refund, Payment Payment)> ReadAsync(WriteScope tx, GatewayCommand command, CancellationToken ct) =>
        (await tx.Db.Set<Refund>().SingleAsync(r => r.RefundId == command.RefundId, ct),
            await tx.Db.Set<Payment>().SingleAsync(p => p.PaymentId == command.PaymentId, ct));
}
