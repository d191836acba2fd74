using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>How a dispute ended.</summary>
/// <param name="Outcome">Won, lost, accepted or withdrawn.</param>
/// <param name="ToBuyer">How much went to the buyer's side; null for all that was disputed where it was lost or accepted, and nothing otherwise.</param>
/// <param name="Note">What was said.</param>
public sealed record DisputeOutcome(DisputeState Outcome, decimal? ToBuyer, string Note);

/// <summary>
/// Records how a dispute ended. That it was opened had labelled the order as fraud; once none of its disputes stands against it any more, that is
/// taken back, unless a stronger source has spoken.
/// </summary>
public sealed class CloseDispute(Writes writes)
{
    /// <summary>Records it.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, DisputeOutcome outcome, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        async (tx, desk) =>
        {
            if (string.IsNullOrWhiteSpace(outcome.Note)) return new Refusal(RefusalCode.NoteNeeded, "note");
            if (outcome.Note.Length > DisputeOnDesk.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
            if (AmountOf(desk, outcome) is not { } toBuyer) return new Refusal(RefusalCode.Invalid, "amount");
            if (desk.Dispute.Close(outcome.Outcome, toBuyer.Minor, by.Signature, tx.Now) is { } refusal) return refusal;
            desk.Say(tx, DisputeEvents.Closed, by, new { disputeId, outcome = outcome.Outcome, toBuyer = toBuyer.ToWire(), currency = toBuyer.Currency.Code }, outcome.Note);
            await tx.ClearAlarmAsync(AlarmKind.DisputeDue, disputeId, by, ct);
            if (outcome.Outcome is DisputeState.Won or DisputeState.Withdrawn) await TakeBackAsync(tx, desk, by, ct);
            return null;
        },
        ct);

    private static Money? AmountOf(DisputeOnDesk desk, DisputeOutcome outcome)
    {
        var (disputed, currency) = (desk.Dispute.AmountMinor ?? desk.Order.AmountMinor, desk.Order.Currency);
        var usual = outcome.Outcome is DisputeState.Lost or DisputeState.Accepted ? disputed : 0;
        if (outcome.ToBuyer is not { } told) return new Money(usual, currency);
        return Money.TryOf(told, currency, out var money) && money.Minor >= 0 && money.Minor <= disputed ? money : null;
    }

    private static async Task TakeBackAsync(WriteScope tx, DisputeOnDesk desk, Actor by, CancellationToken ct)
    {
        var (orderId, own) = (desk.Order.OrderId, desk.Dispute.DisputeId);
        var stands = await tx.Db.Set<Dispute>().AsNoTracking().AnyAsync(
            d => d.OrderId == orderId && d.DisputeId != own && d.State != DisputeState.Won && d.State != DisputeState.Withdrawn, ct);
        if (stands || desk.Order.Fraud != true) return;
        tx.SayLabel(desk.Order, fraud: false, LabelSource.Dispute, OrderLabels.Dispute, by.Signature);
        tx.Journal(desk.Order.Stream, OrderEvents.Labelled, by, new { fraud = false, source = OrderLabels.Dispute }, orderId);
    }
}

/// <summary>Takes back how a dispute ended: it is open again, and the order counts as disputed.</summary>
public sealed class ReopenDispute(Writes writes)
{
    /// <summary>Opens it again; says why.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, string note, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        (tx, desk) =>
        {
            if (string.IsNullOrWhiteSpace(note)) return Task.FromResult<Refusal?>(new Refusal(RefusalCode.NoteNeeded, "note"));
            var before = desk.Dispute.State;
            if (desk.Dispute.Reopen() is { } refusal) return Task.FromResult<Refusal?>(refusal);
            desk.Say(tx, DisputeEvents.Reopened, by, new { disputeId, outcome = before }, note);
            if (desk.Order.Fraud != true)
            {
                tx.SayLabel(desk.Order, fraud: true, LabelSource.Dispute, OrderLabels.Dispute, by.Signature);
                tx.Journal(desk.Order.Stream, OrderEvents.Labelled, by, new { fraud = true, source = OrderLabels.Dispute }, desk.Order.OrderId);
            }

            return Task.FromResult<Refusal?>(null);
        },
        ct);
}
