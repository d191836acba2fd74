using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Publishes a draft, now or at a set time; where a second admin is asked for, proposes it to them.</summary>
public sealed class PublishDraft(Writes writes, RuleBook book, IOptionsMonitor<RulesOptions> options)
{
    /// <summary>How far ahead a time may lie.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(90);

    /// <summary>Publishes, schedules or proposes it.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seen">The revision that the person looked at: nothing else is published.</param>
    /// <param name="comment">What it changes and why; needed.</param>
    /// <param name="at">When; null for at once.</param>
    /// <param name="by">Who.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<RuleDraft>> RunAsync(string draftId, int seen, string comment, DateTimeOffset? at, Actor by, CancellationToken ct) =>
        writes.RunAsync<RuleDraft>(
            async tx =>
            {
                if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(comment)) return new Refusal(RefusalCode.NoteNeeded, "comment");
                if (comment.Trim().Length > RuleDraft.LongestComment) return new Refusal(RefusalCode.Invalid, "comment");
                if (at <= tx.Now || at > tx.Now + Furthest) return new Refusal(RefusalCode.Invalid, "at");
                var active = await tx.LockActiveAsync(ct);
                if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
                if (DraftSteps.WhyNot(book, active, draft, DraftState.Open, seen) is { } not) return not;
                if (NewVersion.ChangesOf(book, active, draft.ReadSet()).Count == 0) return RefusalCode.NothingChanged;
                if (draft.Propose(comment.Trim(), at, options.CurrentValue.SecondApproval, by, tx.Now) is { } refusal) return refusal;
                await tx.FollowAsync(book, active, draft, by, ct);
                return draft;
            },
            ct);
}

/// <summary>Approves a draft that somebody else made and proposed.</summary>
public sealed class ApproveDraft(Writes writes, RuleBook book)
{
    /// <summary>Approves it: it is published, or waits for its time.</summary>
    public Task<Result<RuleDraft>> RunAsync(string draftId, int seen, Actor by, CancellationToken ct) => writes.RunAsync<RuleDraft>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            var active = await tx.LockActiveAsync(ct);
            if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
            if (DraftSteps.WhyNot(book, active, draft, DraftState.WaitingForApproval, seen) is { } not) return not;
            if (draft.Approve(by, tx.Now) is { } refusal) return refusal;
            tx.Journal(RuleEvents.Stream, RuleEvents.DraftApproved, by, new { draft = draftId, draft.Title, draft.ProposedBy });
            await tx.FollowAsync(book, active, draft, by, ct);
            return draft;
        },
        ct);
}

/// <summary>What comes of a draft that was proposed or approved.</summary>
internal static class DraftSteps
{
    /// <summary>Why it cannot go on as it was looked at; null if it can.</summary>
    public static Refusal? WhyNot(RuleBook book, RuleSetRow active, RuleDraft draft, DraftState state, int seen)
    {
        if (draft.State != state) return new(RefusalCode.DraftNotOpen);
        if (draft.Revision != seen) return new(RefusalCode.DraftChanged);
        if (draft.BaseVersion != active.Version) return new(RefusalCode.DraftOutdated);
        return book.Faults(draft.ReadSet()).FirstOrDefault() is { } fault ? new(RefusalCode.Invalid, "draft", fault) : null;
    }

    /// <summary>Publishes it if it is due; else says what it waits for.</summary>
    public static async Task FollowAsync(this WriteScope tx, RuleBook book, RuleSetRow active, RuleDraft draft, Actor by, CancellationToken ct)
    {
        if (draft.IsDue(tx.Now))
        {
            await tx.PublishAsync(book, active, draft, by, ct);
            return;
        }

        tx.Journal(
            RuleEvents.Stream, draft.State == DraftState.WaitingForApproval ? RuleEvents.DraftProposed : RuleEvents.DraftScheduled, by,
            new
            {
                draft = draft.DraftId,
                draft.Title,
                why = draft.Comment,
                at = draft.PublishAt,
                restores = draft.RestoresVersion,
                changes = NewVersion.ChangesOf(book, active, draft.ReadSet()),
            });
    }
}
