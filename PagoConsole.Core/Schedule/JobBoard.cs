using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Schedule;

/// <summary>Every job: when it ran, what came of it, when it is due.</summary>
public sealed class JobBoard
{
    /// <summary>How many runs of each job are shown.</summary>
    public const int Most = 50;

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly JobRunner runner;
    private readonly TimeProvider time;
    private readonly JobPatience patience;

    internal JobBoard(IDbContextFactory<PagoDb> contexts, JobRunner runner, TimeProvider time, JobPatience patience) =>
        (this.contexts, this.runner, this.time, this.patience) = (contexts, runner, time, patience);

    /// <summary>Reads them, by key.</summary>
    public async Task<Result<IReadOnlyList<JobLine>>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, realNow) = (time.GetUtcNow(), patience.Clock.GetUtcNow());
        var lines = new List<JobLine>();
        foreach (var (key, schedule) in runner.Schedules)
        {
            var runs = await db.Set<JobRun>().AsNoTracking().Where(run => run.JobKey == key)
                .OrderByDescending(run => run.ScheduledFor).Take(Most).ToListAsync(ct);
            runs.Reverse();
            var pause = await JobPauses.OfAsync(db, key, ct);
            lines.Add(new JobLine(
                key, schedule, pause, pause is null ? schedule.NextAfter(now) : null,
                [.. runs.Select(run => new JobLineRun(run, run.StateAt(realNow), !schedule.Has(run.ScheduledFor)))]));
        }

        return lines;
    }
}
