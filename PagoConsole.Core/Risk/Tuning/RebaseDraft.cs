using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Takes a draft over to the version in force, with the changes of both; what both changed differently must be decided.</summary>
public sealed class RebaseDraft(Writes writes, RuleBook book)
{
    /// <summary>Takes it over.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seen">The revision that the person looked at.</param>
    /// <param name="active">The version in force that they looked at: a choice holds for that one only.</param>
    /// <param name="choices">Sides by <see cref="RuleConflict.Key"/>; every conflict needs one.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<RuleDraft>> RunAsync(
        string draftId, int seen, int active, IReadOnlyDictionary<string, RebaseChoice> choices, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            var newest = await tx.LockActiveAsync(ct);
            if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
            if (newest.Version != active) return RefusalCode.DraftOutdated;
            if (draft.BaseVersion == active) return draft;
            var began = await tx.Db.Set<RuleSetRow>().AsNoTracking().SingleAsync(row => row.Version == draft.BaseVersion, ct);
            var rebased = Rebase.Of(book, book.Whole(RuleSet.FromJson(began.Json)), draft.ReadSet(), book.Whole(RuleSet.FromJson(newest.Json)), choices);
            if (rebased.Conflicts.FirstOrDefault(conflict => !choices.ContainsKey(conflict.Key)) is { } open)
                return new Refusal(RefusalCode.DraftConflicts, open.Key);
            if (book.Faults(rebased.Set).FirstOrDefault() is { } fault) return new Refusal(RefusalCode.Invalid, "draft", fault);
            if (draft.MoveTo(active, rebased, seen, by, tx.Now) is { } refusal) return refusal;
            tx.Journal(
                RuleEvents.Stream, RuleEvents.DraftRebased, by,
                new { draft = draftId, draft.Title, from = began.Version, to = active, decided = rebased.Conflicts.Select(c => new { c.Key, side = choices[c.Key] }) });
            return draft;
        },
        ct);
}
