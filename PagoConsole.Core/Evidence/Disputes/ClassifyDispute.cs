using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Says what a dispute is about; its checklist of proof follows from that.</summary>
public sealed class ClassifyDispute(Writes writes)
{
    /// <summary>Says it.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, DisputeReason code, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        (tx, desk) =>
        {
            var refusal = Enum.IsDefined(code) ? desk.Dispute.Classify(code) : new Refusal(RefusalCode.Invalid, "code");
            if (refusal is null) desk.Say(tx, DisputeEvents.Classified, by, new { disputeId, code });
            return Task.FromResult(refusal);
        },
        ct);
}
