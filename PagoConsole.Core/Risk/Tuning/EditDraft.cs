using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Changes settings of a draft. Every admin may, several at once.</summary>
public sealed class EditDraft(Writes writes, RuleBook book)
{
    /// <summary>Makes the changes, all or none.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seen">The revision that the person looked at.</param>
    /// <param name="changes">What to change, each with what it was then.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    /// <returns>The draft as it is now. <see cref="RefusalCode.DraftChanged"/> where somebody else changed the same setting meanwhile.</returns>
    public Task<Result<RuleDraft>> RunAsync(string draftId, int seen, IReadOnlyList<RuleChange> changes, Actor by, CancellationToken ct) =>
        writes.RunAsync<RuleDraft>(
            async tx =>
            {
                if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
                var made = draft.Edit(seen, changes, book, by, tx.Now);
                if (!made.Done) return made.Refusal!;
                if (made.Value.Count > 0) tx.Journal(RuleEvents.Stream, RuleEvents.DraftEdited, by, new { draft = draftId, draft.Revision, changes = made.Value });
                return draft;
            },
            ct);
}

/// <summary>Gives a draft another title.</summary>
public sealed class RenameDraft(Writes writes)
{
    /// <summary>Renames it.</summary>
    public Task<Result<RuleDraft>> RunAsync(string draftId, string title, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > RuleDraft.LongestTitle) return new Refusal(RefusalCode.Invalid, "title");
            if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
            var was = draft.Title;
            if (draft.Rename(title.Trim(), by, tx.Now) is { } refusal) return refusal;
            tx.Journal(RuleEvents.Stream, RuleEvents.DraftRenamed, by, new { draft = draftId, from = was, to = draft.Title });
            return draft;
        },
        ct);
}
