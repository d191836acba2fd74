using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>
/// Seals each day shortly after its end, and checks the whole journal against all seals. Days on which nobody ran are sealed by the next run.
/// </summary>
internal sealed class SealsJob(SealDays seal, CheckEvidence check) : IScheduledJob
{
    /// <summary>Its key.</summary>
    public const string Name = "seals";

    public string Key => Name;

    public JobSchedule Schedule { get; } = JobSchedule.DailyAt(new TimeOnly(0, 20), CatchUp.Latest);

    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        var made = await seal.RunAsync(ct);
        var verdict = await check.RunAsync(null, ct);
        return JobOutcome.Of(("sealed", made.Count), ("streams", made.Sum(day => day.Streams)), ("entries", made.Sum(day => day.Entries)))
            with { Trouble = verdict.Holds ? null : $"{verdict.Faults} faults in journal and seals" };
    }
}
