using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Holds;

/// <summary>Lifts a legal hold: what it held goes by its term again.</summary>
public sealed class LiftHold(Writes writes)
{
    /// <summary>Lifts it; a second time is refused.</summary>
    public Task<Result<LegalHold>> RunAsync(string holdId, string reason, Actor by, CancellationToken ct) =>
        writes.RunAsync<LegalHold>(
            async tx =>
            {
                if (!by.May(Permission.HoldOrders)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > LegalHold.LongestReason) return new Refusal(RefusalCode.NoteNeeded, "reason");
                await tx.LockNamesAsync([HoldEvents.Turn], ct);
                if (await tx.LockAsync<LegalHold>(holdId, ct) is not { } hold) return RefusalCode.NotFound;
                if (hold.LiftedAt is not null) return RefusalCode.NotPossibleInThisState;
                hold.Lift(by.Signature, reason.Trim(), tx.Now);
                tx.Journal(HoldEvents.StreamOf(hold), HoldEvents.Lifted, by, new { hold.HoldId, hold.Kind, hold.Shown }, PlaceHold.OrderOf(hold), new { reason = hold.LiftReason });
                return hold;
            },
            ct);
}
