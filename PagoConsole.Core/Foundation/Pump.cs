using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PagoConsole.Core.Foundation.Telemetry;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Foundation;

/// <summary>
/// A background loop that works rows off: woken by its bell, else once a second. What it works on comes from the database, so a loop
/// that dies half-way loses nothing and repeats nothing. Starts once our own address is known (we may have to call ourselves).
/// </summary>
public abstract partial class Pump(string name, Bells bells, SelfAddress self, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The bell that wakes it.</summary>
    public string Name { get; } = name;

    /// <summary>Works one batch off.</summary>
    /// <returns>Whether more is likely to wait, so that the next batch follows at once.</returns>
    public abstract Task<bool> WorkAsync(CancellationToken ct);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await self.WhenKnownAsync(stoppingToken);
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                var more = await WorkAsync(stoppingToken);
                WorkMeasures.Pumps.Since(began, ("pump", Name), ("outcome", "done"));
                if (more)
                {
                    failures = 0;
                    continue;
                }

                failures = 0;
                await bells.WaitAsync(Name, Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                failures++;
                WorkMeasures.Pumps.Since(began, ("pump", Name), ("outcome", "failed"));
                Log.Failed(log, Name, failures, failure);
                await Task.Delay(Pause(failures), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TimeSpan Pause(int failures) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures - 1, 10)), LongestPause.TotalSeconds));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Pump {Pump} failed, {Failures} times in a row; it goes on after a pause")]
        public static partial void Failed(ILogger logger, string pump, int failures, Exception failure);
    }
}
