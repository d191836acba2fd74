using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>Raises an alarm when three quarters of a deadline have passed, and when it is past: of the conclusion, and of the report.</summary>
public sealed class WarnOfAmlDeadlines(IDbContextFactory<PagoDb> contexts, Writes writes)
{
    private const int Most = 500;
    private static readonly Actor By = Actor.Job("aml-deadlines");

    /// <summary>Warns of what is due now.</summary>
    /// <returns>How many warnings were given.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        List<AmlCase> running;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            running = await db.Set<AmlCase>().AsNoTracking().Where(c => (c.State == AmlCaseState.Open || c.State == AmlCaseState.Suspicious) && c.Warnings < 2)
                .OrderBy(c => c.OpenedAt).Take(Most).ToListAsync(ct);
        }

        var due = running.Where(c => WarningsAt(c, now) > c.Warnings).Select(c => c.CaseId).ToList();
        return due.Count == 0 ? 0 : await writes.DoAsync(tx => WarnAsync(tx, due, now, ct), ct);
    }

    /// <summary>How many warnings should have been given by then.</summary>
    internal static int WarningsAt(AmlCase found, DateTimeOffset now)
    {
        if (found.Deadline is not { } deadline) return 0;
        var began = found.ConcludedAt ?? found.OpenedAt;
        if (now >= deadline) return 2;
        return now >= began + ((deadline - began) * 0.75) ? 1 : 0;
    }

    private static async Task<int> WarnAsync(WriteScope tx, List<string> due, DateTimeOffset now, CancellationToken ct)
    {
        var given = 0;
        foreach (var found in await tx.LockManyAsync<AmlCase>(due, ct))
        {
            var warnings = WarningsAt(found, now);
            if (warnings <= found.Warnings) continue;
            found.Warned(warnings);
            await tx.AlarmAsync(AlarmKind.AmlDeadline, found.CaseId, By, ct, details: [AmlCaseWork.Clock(found.Deadline!.Value)]);
            given++;
        }

        return given;
    }
}

/// <summary>Looks every five minutes which deadlines run out.</summary>
internal sealed class AmlDeadlinesJob(WarnOfAmlDeadlines warn, TimeProvider time) : IScheduledJob
{
    public string Key => "aml-deadlines";

    public JobSchedule Schedule { get; } = JobSchedule.Every(minutes: 5);

    // What it counts is told nobody: jobs are seen by more people than cases.
    public async Task<JobOutcome> RunAsync(DateTimeOffset slot, CancellationToken ct)
    {
        await warn.RunAsync(time.GetUtcNow(), ct);
        return JobOutcome.Nothing;
    }
}
