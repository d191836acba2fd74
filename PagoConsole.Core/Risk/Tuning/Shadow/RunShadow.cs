using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning.Shadow;

/// <summary>Lets a draft judge live orders in shadow, from the next one on; one draft at a time.</summary>
public sealed class StartShadow(Writes writes)
{
    /// <summary>Starts it; one of the same draft that runs ends, so that its figures are not mixed with those of the draft as it is now.</summary>
    public Task<Result<ShadowRun>> RunAsync(string draftId, Actor by, CancellationToken ct) => writes.RunAsync<ShadowRun>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            await tx.LockNamesAsync(["rule_shadows"], ct);
            if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft) return RefusalCode.NotFound;
            if (draft.Ended) return RefusalCode.DraftNotOpen;
            if (await tx.Db.Set<ShadowRun>().AnyAsync(s => s.EndedAt == null && s.DraftId != draftId, ct)) return RefusalCode.ShadowRunning;
            await tx.EndShadowAsync(draftId, by, ct);
            var run = new ShadowRun
            {
                ShadowId = Ids.New("shd", tx.Now),
                DraftId = draftId,
                Revision = draft.Revision,
                Json = draft.Json,
                StartedBy = by.Signature,
                StartedAt = tx.Now,
            };
            tx.Db.Add(run);
            tx.Journal(RuleEvents.Stream, RuleEvents.ShadowStarted, by, new { draft = draftId, draft.Title, draft.Revision, run.ShadowId });
            return run;
        },
        ct);
}

/// <summary>Stops a draft's shadow; what it said stays.</summary>
public sealed class StopShadow(Writes writes)
{
    /// <summary>Stops it; a second time changes nothing.</summary>
    public Task<Result<Unit>> RunAsync(string draftId, Actor by, CancellationToken ct) => writes.RunAsync<Unit>(
        async tx =>
        {
            if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
            await tx.LockNamesAsync(["rule_shadows"], ct);
            await tx.EndShadowAsync(draftId, by, ct);
            return default(Unit);
        },
        ct);
}

/// <summary>How a shadow ends.</summary>
internal static class ShadowEnd
{
    /// <summary>Ends the one of a draft that runs, if one does.</summary>
    public static async Task EndShadowAsync(this WriteScope tx, string draftId, Actor by, CancellationToken ct)
    {
        foreach (var run in await tx.Db.Set<ShadowRun>().Where(s => s.DraftId == draftId && s.EndedAt == null).ToListAsync(ct))
        {
            run.End(by.Signature, tx.Now);
            tx.Journal(RuleEvents.Stream, RuleEvents.ShadowStopped, by, new { draft = draftId, run.ShadowId });
        }
    }
}
