using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>
/// Tells new alarms through one channel, every minute; after a failure at growing distances. It is a job of its own, so that one node at
/// a time does it, nothing waits for it, and that it fails is seen among the jobs instead of raising an alarm that could not be told either.
/// </summary>
internal sealed class TellAlarms(IAlarmChannel channel, AlarmsToTell alarms, TimeProvider time) : IScheduledJob
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private int failures;
    private string? trouble;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    public string Key => $"alarm-{channel.Key}";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 1);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        if (!channel.IsOn) return JobOutcome.Nothing;
        var waiting = await alarms.ReadAsync(channel.Key, ct);
        if (waiting.Count > 0 && time.GetUtcNow() < notBefore) return new JobOutcome("", trouble);
        try
        {
            foreach (var together in waiting.Chunk(channel.AtOnce))
            {
                await channel.SendAsync(together, ct);

                // Sent is sent, also while the program stops: otherwise the next one sends it again.
                await alarms.ToldAsync(channel.Key, together, CancellationToken.None);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            trouble = failure.Message;
            notBefore = time.GetUtcNow() + Pause(++failures);
            throw;
        }

        failures = 0;
        return JobOutcome.Of(("sent", waiting.Count));
    }

    private static TimeSpan Pause(int failures) => failures > 4 ? LongestPause : TimeSpan.FromMinutes(1 << (failures - 1));
}
