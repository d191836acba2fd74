using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Begins a draft of the rules in force.</summary>
public sealed class OpenDraft(Writes writes, RuleBook book)
{
    /// <summary>Begins one.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="another">Another one, even where the person has an open draft of the version in force already, which else is given.</param>
    /// <param name="by">Whose it is.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<RuleDraft>> RunAsync(string title, bool another, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > RuleDraft.LongestTitle) return new Refusal(RefusalCode.Invalid, "title");
            var active = await tx.LockActiveAsync(ct);
            if (!another && await tx.Db.Set<RuleDraft>().AsNoTracking()
                .Where(d => d.OwnerId == by.Id && d.State == DraftState.Open && d.BaseVersion == active.Version)
                .OrderByDescending(d => d.OpenedAt).ThenByDescending(d => d.DraftId).FirstOrDefaultAsync(ct) is { } own) return own;
            var draft = RuleDraft.Open(title.Trim(), active.Version, book.Whole(RuleSet.FromJson(active.Json)), by, tx.Now);
            tx.Db.Add(draft);
            tx.Journal(RuleEvents.Stream, RuleEvents.DraftOpened, by, new { draft = draft.DraftId, draft.Title, draft.BaseVersion });
            return draft;
        },
        ct);
}
