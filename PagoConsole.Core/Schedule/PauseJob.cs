using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Schedule;

/// <summary>Lets a job rest, and lets it go on. What it missed is caught up afterwards, as after any absence.</summary>
public sealed class PauseJob(Writes writes, JobRunner runner)
{
    /// <summary>Lets it rest; what runs already runs to its end.</summary>
    public Task<Result<Unit>> PauseAsync(string key, Actor by, CancellationToken ct) => SayAsync(key, JobEvents.Paused, by, ct);

    /// <summary>Lets it go on.</summary>
    public Task<Result<Unit>> ResumeAsync(string key, Actor by, CancellationToken ct) => SayAsync(key, JobEvents.Resumed, by, ct);

    private Task<Result<Unit>> SayAsync(string key, string what, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageJobs)) return RefusalCode.NotAllowed;
                if (!runner.Schedules.ContainsKey(key)) return RefusalCode.NotFound;
                await tx.LockNamesAsync([$"job/{key}"], ct);
                var rests = await JobPauses.OfAsync(tx.Db, key, ct) is not null;
                if (rests == (what == JobEvents.Paused)) return default(Unit); // somebody was faster, with the same wish
                tx.Journal(JobEvents.StreamOf(key), what, by);
                return default(Unit);
            },
            ct);
}
