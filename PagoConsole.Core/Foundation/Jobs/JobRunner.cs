using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Foundation.Jobs;

/// <summary>What the run of a slot came to.</summary>
/// <param name="Key">Which job.</param>
/// <param name="Slot">Which slot.</param>
/// <param name="Outcome">What it came to; null when it failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record JobResult(string Key, DateTimeOffset Slot, JobOutcome? Outcome, Exception? Failure);

/// <summary>
/// Runs the slots that are due, each once among all nodes whatever wakes it: Hangfire, the start of the program, or a test. A slot that
/// failed or whose runner died is run again; slots missed while nobody ran are caught up.
/// </summary>
public sealed partial class JobRunner
{
    private const int MostAtOnce = 100;
    private const int LongestError = 500;

    private readonly JobSchedules schedules;
    private readonly JobLeases leases;
    private readonly JobPatience patience;
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly TimeProvider time;
    private readonly ILogger<JobRunner> log;
    private readonly IJobPauses? pauses;

    internal JobRunner(
        JobSchedules schedules, JobLeases leases, JobPatience patience, IDbContextFactory<PagoDb> contexts, TimeProvider time, ILogger<JobRunner> log,
        IJobPauses? pauses = null)
    {
        this.schedules = schedules;
        this.leases = leases;
        this.patience = patience;
        this.contexts = contexts;
        this.time = time;
        this.log = log;
        this.pauses = pauses;
    }

    /// <summary>Every job's key with the schedule that holds for it.</summary>
    public IReadOnlyDictionary<string, JobSchedule> Schedules => schedules.Jobs.ToDictionary(job => job.Key, job => job.Value.Schedule);

    /// <summary>Runs what is due of one job now.</summary>
    public Task<IReadOnlyList<JobResult>> RunAsync(string key, CancellationToken ct) => RunDueAsync(key, time.GetUtcNow(), ct);

    /// <summary>Runs what is due of every job at an instant, one after the other.</summary>
    public async Task<IReadOnlyList<JobResult>> RunDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var results = new List<JobResult>();
        foreach (var key in schedules.Jobs.Keys) results.AddRange(await RunDueAsync(key, now, ct));
        return results;
    }

    private async Task<IReadOnlyList<JobResult>> RunDueAsync(string key, DateTimeOffset now, CancellationToken ct)
    {
        var (job, schedule) = schedules.Jobs[key];
        var results = new List<JobResult>();
        foreach (var slot in await DueAsync(key, schedule, now, ct))
        {
            if (await RunSlotAsync(job, schedule, slot, ct) is not { } result) break;
            results.Add(result);
            if (result.Failure is not null) break;
        }

        return results;
    }

    /// <summary>Slots that are not finished, the oldest first.</summary>
    private async Task<IReadOnlyList<DateTimeOffset>> DueAsync(string key, JobSchedule schedule, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var runs = db.Set<JobRun>().AsNoTracking().Where(run => run.JobKey == key);
        var last = await runs.MaxAsync(run => (DateTimeOffset?)run.ScheduledFor, ct);
        var open = await runs.Where(run => run.FinishedAt == null && run.ScheduledFor <= now).OrderBy(run => run.ScheduledFor)
            .Select(run => run.ScheduledFor).ToListAsync(ct);
        if (pauses is not null && await pauses.IsPausedAsync(key, ct)) return [.. open.Where(slot => !schedule.Has(slot)).TakeLast(1)];
        var latest = schedule.LatestAt(now);
        return schedule.CatchUp switch
        {
            CatchUp.Latest => last is null || latest > last ? [latest] : [.. open.TakeLast(1)],
            CatchUp.Each => last is null ? [latest] : [.. open, .. schedule.Between(last.Value, now).Take(MostAtOnce)],
        };
    }

    private async Task<JobResult?> RunSlotAsync(IScheduledJob job, JobSchedule schedule, DateTimeOffset slot, CancellationToken ct)
    {
        if (await leases.ClaimAsync(job.Key, slot, schedule.CatchUp, ct) is not { } lease) return null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = KeepAsync(lease, stop);
        var (began, ended) = (Stopwatch.GetTimestamp(), "stopped");
        using var trace = WorkMeasures.BeginJob(job.Key, slot);
        try
        {
            var outcome = await job.RunAsync(slot, stop.Token);
            ended = "done";
            if (!await leases.FinishAsync(lease, outcome, CancellationToken.None)) Log.TakenOver(log, job.Key, slot);
            return new JobResult(job.Key, slot, outcome, null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await leases.GiveBackAsync(lease, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Log.TakenOver(log, job.Key, slot);
            return null;
        }
        catch (Exception failure)
        {
            ended = "failed";
            trace?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            Log.Failed(log, job.Key, slot, lease.Attempts, failure);
            await leases.FailAsync(lease, Short($"{failure.GetType().Name}: {failure.Message}"), CancellationToken.None);
            return new JobResult(job.Key, slot, null, failure);
        }
        finally
        {
            WorkMeasures.Jobs.Since(began, ("job", job.Key), ("outcome", ended));
            await stop.CancelAsync();
            await renewing;
        }
    }

    private static string Short(string error) => error.Length <= LongestError ? error : error[..LongestError];

    /// <summary>Renews the claim until the run ends; stops the run when the claim is lost or cannot be renewed in time.</summary>
    private async Task KeepAsync(JobLease lease, CancellationTokenSource run)
    {
        var lostAt = patience.Clock.GetUtcNow() + patience.Lease;
        try
        {
            while (true)
            {
                await Task.Delay(patience.Renewal, patience.Clock, run.Token);
                try
                {
                    if (!await leases.RenewAsync(lease, run.Token)) break;
                    lostAt = patience.Clock.GetUtcNow() + patience.Lease;
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    Log.NotRenewed(log, lease.Key, lease.Slot, failure);
                    if (patience.Clock.GetUtcNow() + patience.Renewal >= lostAt) break;
                }
            }

            await run.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Job {Job}, slot {Slot:O}: attempt {Attempt} failed")]
        public static partial void Failed(ILogger logger, string job, DateTimeOffset slot, int attempt, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "Job {Job}, slot {Slot:O}: its lease was lost and another runner may have it")]
        public static partial void TakenOver(ILogger logger, string job, DateTimeOffset slot);

        [LoggerMessage(3, LogLevel.Warning, "Job {Job}, slot {Slot:O}: its lease could not be renewed")]
        public static partial void NotRenewed(ILogger logger, string job, DateTimeOffset slot, Exception failure);
    }
}
