using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Publishes what is scheduled when its time has come; what can no longer be published as it is, is held with an alarm.</summary>
internal sealed class PublishDue(
    IDbContextFactory<PagoDb> contexts, Writes writes, RuleBook book, IOptionsMonitor<RulesOptions> options, TimeProvider time)
{
    private static readonly Actor By = Actor.Job("rules");

    /// <summary>Publishes what is due, the earliest first.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        List<string> due;
        await using (var db = await contexts.CreateDbContextAsync(ct))
            due = await db.Set<RuleDraft>().AsNoTracking().Where(d => d.State == DraftState.Scheduled && d.PublishAt <= now)
                .OrderBy(d => d.PublishAt).ThenBy(d => d.DraftId).Select(d => d.DraftId).ToListAsync(ct);
        foreach (var draftId in due) await writes.DoAsync(tx => PublishAsync(tx, draftId, ct), ct);
        return due.Count;
    }

    private async Task PublishAsync(WriteScope tx, string draftId, CancellationToken ct)
    {
        var active = await tx.LockActiveAsync(ct);
        if (await tx.LockAsync<RuleDraft>(draftId, ct) is not { } draft || !draft.IsDue(tx.Now)) return; // another node, or a person, was faster
        if (WhyNot(draft, active) is { } why) await tx.HoldAsync(draft, why, By, ct);
        else await tx.PublishAsync(book, active, draft, By, ct);
    }

    private HeldReason? WhyNot(RuleDraft draft, RuleSetRow active)
    {
        if (draft.BaseVersion != active.Version) return HeldReason.BaseReplaced;
        if (options.CurrentValue.SecondApproval && draft.ApprovedBy is null) return HeldReason.NotApproved;
        return book.Faults(draft.ReadSet()).Any() ? HeldReason.NotUsable : null;
    }
}

/// <summary>Turns <see cref="PublishDue"/> once a second.</summary>
internal sealed class PublishPump(PublishDue publish, Bells bells, SelfAddress self, ILogger<PublishPump> log) : Pump("rules", bells, self, log)
{
    public override async Task<bool> WorkAsync(CancellationToken ct)
    {
        await publish.RunAsync(ct);
        return false;
    }
}
