using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>
/// Brings the content of an earlier version back, as a new version. Where a second admin is asked for, the version that was in force right
/// before needs none (it was approved when it was published, and a bad publish must be taken back at once); older ones do.
/// </summary>
public sealed class RestoreVersion(Writes writes, RuleBook book, IOptionsMonitor<RulesOptions> options)
{
    /// <summary>Whether a second admin must approve it.</summary>
    public bool NeedsSecond(int version, int active) => options.CurrentValue.SecondApproval && version != active - 1;

    /// <summary>Brings it back.</summary>
    /// <param name="version">The version.</param>
    /// <param name="title">What the draft is called that carries it.</param>
    /// <param name="comment">Why; needed.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    /// <returns>The draft that carried it: published, or waiting for a second admin.</returns>
    public Task<Result<RuleDraft>> RunAsync(int version, string title, string comment, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            if (string.IsNullOrWhiteSpace(comment)) return new Refusal(RefusalCode.NoteNeeded, "comment");
            if (comment.Trim().Length > RuleDraft.LongestComment) return new Refusal(RefusalCode.Invalid, "comment");
            if (string.IsNullOrWhiteSpace(title) || title.Trim().Length > RuleDraft.LongestTitle) return new Refusal(RefusalCode.Invalid, "title");
            var active = await tx.LockActiveAsync(ct);
            if (await tx.Db.Set<RuleSetRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Version == version, ct) is not { } old) return RefusalCode.NotFound;
            var set = RuleSet.FromJson(old.Json);
            if (book.Faults(set).FirstOrDefault() is { } fault) return new Refusal(RefusalCode.Invalid, "version", fault);
            if (NewVersion.ChangesOf(book, active, set).Count == 0) return RefusalCode.NothingChanged;
            var draft = RuleDraft.Open(title.Trim(), active.Version, set, by, tx.Now);
            draft.Restore(version);
            tx.Db.Add(draft);
            if (draft.Propose(comment.Trim(), null, NeedsSecond(version, active.Version), by, tx.Now) is { } refusal) return refusal;
            await tx.FollowAsync(book, active, draft, by, ct);
            return draft;
        },
        ct);
}
