using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Hosting.Clock;

namespace PagoConsole.Hosting.Jobs;

/// <summary>Wakes jobs by a simulated clock, which Hangfire does not know; each job by itself, so that a long one keeps no other waiting.</summary>
internal sealed partial class HurryJobs(JobRunner runner, SelfAddress self, TimeProvider time, ILogger<HurryJobs> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (time is not SimulatedClock) return;
        await self.WhenKnownAsync(stoppingToken);
        await Task.WhenAll(runner.Schedules.Select(job => WakeAsync(job.Key, job.Value, stoppingToken)));
    }

    private async Task WakeAsync(string key, JobSchedule schedule, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await runner.RunAsync(key, ct);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.Failed(log, key, failure);
            }

            var now = time.GetUtcNow();
            await Task.Delay(schedule.NextAfter(now) - now, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(ShortestPause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Job {Job} could not be run; it is looked at again when it is due next")]
        public static partial void Failed(ILogger logger, string job, Exception failure);
    }
}
