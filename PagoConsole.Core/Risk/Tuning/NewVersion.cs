using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>
/// The one way in which a version comes into force: a row with the next number. Assessments read the highest number inside their own
/// transaction, so every order is judged by one version and all nodes switch with the commit.
/// </summary>
internal static class NewVersion
{
    /// <summary>Makes everybody else wait who wants to bring a version into force, and gives the one that is.</summary>
    public static async Task<RuleSetRow> LockActiveAsync(this WriteScope tx, CancellationToken ct)
    {
        await tx.LockNamesAsync(["rule_sets"], ct);
        return await tx.Db.Set<RuleSetRow>().AsNoTracking().OrderByDescending(row => row.Version).FirstAsync(ct);
    }

    /// <summary>Brings a draft into force; the caller has seen to it that it may be, and holds the lock.</summary>
    public static async Task PublishAsync(this WriteScope tx, RuleBook book, RuleSetRow active, RuleDraft draft, Actor by, CancellationToken ct)
    {
        var version = active.Version + 1;
        tx.Db.Add(new RuleSetRow
        {
            Version = version,
            Json = draft.Json,
            CreatedBy = draft.ProposedBy ?? by.Signature,
            CreatedAt = tx.Now,
            Comment = draft.Comment ?? "",
            ApprovedBy = draft.ApprovedBy,
            RestoresVersion = draft.RestoresVersion,
            DraftId = draft.DraftId,
        });
        draft.Become(version, by, tx.Now);
        tx.Journal(
            RuleEvents.Stream, draft.RestoresVersion is null ? RuleEvents.Published : RuleEvents.Restored, by,
            new
            {
                version,
                was = active.Version,
                draft = draft.DraftId,
                draft.Title,
                why = draft.Comment,
                draft.ProposedBy,
                draft.ApprovedBy,
                restores = draft.RestoresVersion,
                changes = ChangesOf(book, active, draft.ReadSet()),
            });
        await tx.EndShadowAsync(draft.DraftId, by, ct);
        await tx.ClearAlarmAsync(AlarmKind.RulesHeld, draft.DraftId, by, ct);
        await tx.HoldOthersAsync(version, draft.DraftId, by, ct);
    }

    /// <summary>What was scheduled on another version is not published blindly: people look at it first, and are told.</summary>
    public static async Task HoldOthersAsync(this WriteScope tx, int version, string? except, Actor by, CancellationToken ct)
    {
        var ids = await tx.Db.Set<RuleDraft>().AsNoTracking()
            .Where(d => d.State == DraftState.Scheduled && d.BaseVersion != version && d.DraftId != except).Select(d => d.DraftId).ToListAsync(ct);
        foreach (var draft in (await tx.LockManyAsync<RuleDraft>(ids, ct)).Where(d => d.State == DraftState.Scheduled))
            await tx.HoldAsync(draft, HeldReason.BaseReplaced, by, ct);
    }

    /// <summary>Holds a draft, and tells the admins.</summary>
    public static async Task HoldAsync(this WriteScope tx, RuleDraft draft, HeldReason why, Actor by, CancellationToken ct)
    {
        draft.Hold(why, by, tx.Now);
        tx.Journal(RuleEvents.Stream, RuleEvents.DraftHeld, by, new { draft = draft.DraftId, draft.Title, why });
        await tx.AlarmAsync(AlarmKind.RulesHeld, draft.DraftId, by, ct, details: [draft.Title]);
    }

    /// <summary>What a version in force would become.</summary>
    public static IReadOnlyList<RuleChange> ChangesOf(RuleBook book, RuleSetRow active, RuleSet next) =>
        RuleChanges.Between(book.Whole(RuleSet.FromJson(active.Json)), book.Whole(next));
}
