using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Ticks a piece of proof with a note that says what it is, or takes the tick away.</summary>
public sealed class TickProof(Writes writes)
{
    /// <summary>Ticks it, or takes the tick away where there is no note.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, ProofItem item, string? note, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        async (tx, desk) =>
        {
            if (desk.Dispute.State != DisputeState.Open) return new Refusal(RefusalCode.NotPossibleInThisState, Args: [desk.Dispute.State]);
            if (!Enum.IsDefined(item) || note?.Length > TickedProof.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
            var ticked = !string.IsNullOrWhiteSpace(note);
            var before = await tx.Db.Set<TickedProof>().SingleOrDefaultAsync(p => p.DisputeId == disputeId && p.Item == item, ct);
            if (!ticked && before is null) return new Refusal(RefusalCode.NothingChanged);
            if (!ticked) tx.Db.Remove(before!);
            else if (before is not null) (before.Note, before.TickedBy, before.TickedAt) = (note!.Trim(), by.Signature, tx.Now);
            else tx.Db.Add(new TickedProof { DisputeId = disputeId, Item = item, Note = note!.Trim(), TickedBy = by.Signature, TickedAt = tx.Now });
            desk.Say(tx, DisputeEvents.ProofTicked, by, new { disputeId, item, ticked }, note);
            return null;
        },
        ct);
}
