using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>Starts the run of a plan that a person has seen and confirms; the job carries it out, and goes on after whatever stops it.</summary>
public sealed class StartRetention
{
    private readonly Writes writes;
    private readonly PlanRetention plans;
    private readonly JobLeases leases;
    private readonly JobRunner runner;
    private readonly IJobTrigger trigger;

    internal StartRetention(Writes writes, PlanRetention plans, JobLeases leases, JobRunner runner, IJobTrigger trigger) =>
        (this.writes, this.plans, this.leases, this.runner, this.trigger) = (writes, plans, leases, runner, trigger);

    /// <summary>Starts it; refused when something else is due by now, nothing is, or a run is under way.</summary>
    /// <param name="code">The plan's <see cref="RetentionPlan.Code"/>.</param>
    /// <param name="note">Why, and on whose word.</param>
    /// <param name="by">Who confirms.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<RetentionRun>> RunAsync(string code, string note, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ManageRetention)) return RefusalCode.NotAllowed;
        if (string.IsNullOrWhiteSpace(note) || note.Trim().Length > 1000) return new Refusal(RefusalCode.NoteNeeded, "note");
        var plan = await plans.CountAsync(ct);
        if (plan.Code != code) return RefusalCode.PlanChanged;
        if (plan.Due == 0) return RefusalCode.NothingChanged;
        var started = await writes.RunAsync<RetentionRun>(tx => StartAsync(tx, plan, note.Trim(), by, ct), ct);
        if (started.Done) trigger.Wake(RetentionJob.Name);
        return started;
    }

    private async Task<Result<RetentionRun>> StartAsync(WriteScope tx, RetentionPlan plan, string note, Actor by, CancellationToken ct)
    {
        await tx.LockNamesAsync([RetentionEvents.Stream], ct);
        if (await tx.Db.Set<RetentionRun>().AnyAsync(r => r.State == RetentionRunState.Running, ct)) return RefusalCode.NotPossibleInThisState;
        var cutoffs = plan.Lines.ToDictionary(line => line.Kind, line => line.Cutoff.ToUnixTimeMilliseconds());
        var run = new RetentionRun
        {
            Number = (await tx.Db.Set<RetentionRun>().MaxAsync(r => (int?)r.Number, ct) ?? 0) + 1,
            StartedAt = tx.Now,
            StartedBy = by.Signature,
            Note = note,
            CutoffsJson = RetentionRun.Json(cutoffs),
            Planned = plan.Due,
        };
        tx.Db.Add(run);
        tx.Journal(RetentionEvents.Stream, RetentionEvents.Started, by, new { run = run.Number, run.Planned, cutoffs, held = plan.Lines.Sum(line => line.Held), note });
        await leases.AskAsync(tx, RetentionJob.Name, runner.Schedules[RetentionJob.Name], ct);
        return run;
    }
}
