using System.Collections.Concurrent;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Tests.Foundation.Jobs;

/// <summary>A job that notes its slots and does what the test wants.</summary>
internal sealed class SampleJob(string key, JobSchedule schedule) : IScheduledJob
{
    public ConcurrentQueue<DateTimeOffset> Ran { get; } = new();

    public Func<DateTimeOffset, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    public string Key => key;

    public JobSchedule Schedule => schedule;

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        Ran.Enqueue(slot);
        await Work(slot, ct);
        return JobOutcome.Of(("done", 1), ("left", 0));
    }
}
