using Hangfire;
using Hangfire.Storage;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Hosting.Jobs;

/// <summary>Tells Hangfire which jobs there are, and catches up what was missed while nobody ran.</summary>
internal sealed partial class ScheduleJobs(
    IRecurringJobManager triggers, JobStorage storage, JobRunner runner, SelfAddress self, TimeProvider time, ILogger<ScheduleJobs> log) : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var schedules = runner.Schedules;
        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Where(job => !schedules.ContainsKey(job.Id))) triggers.RemoveIfExists(gone.Id);
        foreach (var (key, schedule) in schedules)
        {
            // Missed triggers are not made up for: the runner finds missed slots by itself.
            triggers.AddOrUpdate<JobEntry>(
                key,
                entry => entry.RunAsync(key, CancellationToken.None),
                schedule.Cron,
                new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Ignorable });
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await self.WhenKnownAsync(stoppingToken);
        try
        {
            await runner.RunDueAsync(time.GetUtcNow(), stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotCaughtUp(log, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Catching up missed jobs failed; each is looked at again when it is due next")]
        public static partial void NotCaughtUp(ILogger logger, Exception failure);
    }
}
