using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Schedule;

/// <summary>Since when a job rests, and who said so.</summary>
/// <param name="At">When it was paused.</param>
/// <param name="By">By whom, as the journal keeps it.</param>
public sealed record JobPause(DateTimeOffset At, string By);

/// <summary>Which jobs rest. Nothing keeps that but the journal: the last of pause and resume holds.</summary>
internal sealed class JobPauses(IDbContextFactory<PagoDb> contexts) : IJobPauses
{
    public async Task<bool> IsPausedAsync(string key, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await OfAsync(db, key, ct) is not null;
    }

    public static async Task<JobPause?> OfAsync(PagoDb db, string key, CancellationToken ct)
    {
        var stream = JobEvents.StreamOf(key);
        var last = await db.Set<JournalEntry>().AsNoTracking()
            .Where(entry => entry.Stream == stream && (entry.Kind == JobEvents.Paused || entry.Kind == JobEvents.Resumed))
            .OrderByDescending(entry => entry.Position).FirstOrDefaultAsync(ct);
        return last is { Kind: JobEvents.Paused } ? new JobPause(last.At, last.Actor) : null;
    }
}
