using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Schedule;

/// <summary>Has a job run at once instead of at its next turn, also while it rests. Any node may run it.</summary>
public sealed class RunJobNow
{
    private readonly Writes writes;
    private readonly JobRunner runner;
    private readonly JobLeases leases;
    private readonly IJobTrigger trigger;

    internal RunJobNow(Writes writes, JobRunner runner, JobLeases leases, IJobTrigger trigger) =>
        (this.writes, this.runner, this.leases, this.trigger) = (writes, runner, leases, trigger);

    /// <summary>Asks for it; refused while it runs, and where each slot stands for itself and none waits.</summary>
    public async Task<Result<Unit>> RunAsync(string key, Actor by, CancellationToken ct)
    {
        var asked = await writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
                if (!runner.Schedules.TryGetValue(key, out var schedule)) return RefusalCode.NotFound;
                if (!await leases.AskAsync(tx, key, schedule, ct)) return RefusalCode.NotPossibleInThisState;
                tx.Journal(JobEvents.StreamOf(key), JobEvents.Asked, by);
                return default(Unit);
            },
            ct);
        if (asked.Done) trigger.Wake(key);
        return asked;
    }
}
