using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Sets the date by which a dispute is to be answered, such as one that the marketplace named later.</summary>
public sealed class PostponeDispute(Writes writes)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Sets it; says why in a note.</summary>
    public Task<Result<Dispute>> RunAsync(string disputeId, DateTimeOffset answerBy, string note, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        async (tx, desk) =>
        {
            if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
            if (note.Length > DisputeOnDesk.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
            if (answerBy <= tx.Now || answerBy > tx.Now + Furthest) return new Refusal(RefusalCode.Invalid, "answerBy");
            var before = desk.Dispute.AnswerBy;
            if (desk.Dispute.Postpone(answerBy) is { } refusal) return refusal;
            await tx.ClearAlarmAsync(AlarmKind.DisputeDue, disputeId, by, ct);
            desk.Say(tx, DisputeEvents.Postponed, by, new { disputeId, before, answerBy }, note);
            return null;
        },
        ct);
}
