using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Gives a draft back to be edited: takes it off the schedule, declines it, or goes on with one that was held.</summary>
public sealed class ReopenDraft(Writes writes)
{
    /// <summary>Gives it back.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="why">Why; may be left out.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<RuleDraft>> RunAsync(string draftId, string? why, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            if (why?.Length > RuleDraft.LongestComment) return new Refusal(RefusalCode.Invalid, "why");
            if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
            var was = draft.State;
            if (draft.Reopen(by, tx.Now) is { } refusal) return refusal;
            await tx.ClearAlarmAsync(AlarmKind.RulesHeld, draftId, by, ct);
            tx.Journal(RuleEvents.Stream, RuleEvents.DraftReopened, by, new { draft = draftId, draft.Title, was, why });
            return draft;
        },
        ct);
}

/// <summary>Gives a draft up; it stays as history.</summary>
public sealed class DiscardDraft(Writes writes)
{
    /// <summary>Gives it up.</summary>
    public Task<Result<RuleDraft>> RunAsync(string draftId, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
            var was = draft.State;
            if (draft.Discard(by, tx.Now) is { } refusal) return refusal;
            await tx.EndShadowAsync(draftId, by, ct);
            await tx.ClearAlarmAsync(AlarmKind.RulesHeld, draftId, by, ct);
            tx.Journal(RuleEvents.Stream, RuleEvents.DraftDiscarded, by, new { draft = draftId, draft.Title, was });
            return draft;
        },
        ct);
}
