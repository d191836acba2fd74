using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Says who works on a dispute: whoever asks, or nobody in particular.</summary>
public sealed class AssignDispute(Writes writes)
{
    /// <summary>Takes it, or lets go of it.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, bool take, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        (tx, desk) =>
        {
            if (desk.Dispute.GiveTo(take ? by.Signature : null) is { } refusal) return Task.FromResult<Refusal?>(refusal);
            desk.Say(tx, take ? DisputeEvents.Assigned : DisputeEvents.Released, by, new { disputeId });
            return Task.FromResult<Refusal?>(null);
        },
        ct);
}
