using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Which open alarms a channel has not told yet; what is secret within the console leaves it by none. That it told one is an entry of the journal, in a stream of that alarm and channel.</summary>
internal sealed class AlarmsToTell(IDbContextFactory<PagoDb> contexts, Writes writes, TimeProvider time)
{
    private const string Told = "alarm.told";
    private const int Most = 100;

    /// <summary>An alarm that could not be told for so long stands on the bell alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>The oldest first; at most 100.</summary>
    public async Task<IReadOnlyList<Alarm>> ReadAsync(string channel, CancellationToken ct)
    {
        var since = time.GetUtcNow() - Patience;
        var end = $"/{channel}";
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Alarm>().AsNoTracking()
            .Where(a => a.Audience != Permission.SeeAml && a.AcknowledgedAt == null && a.RaisedAt > since && !db.Set<JournalStream>().Any(s => s.Stream == "alarm/" + a.AlarmId + end))
            .OrderBy(a => a.RaisedAt).Take(Most).ToListAsync(ct);
    }

    /// <summary>They were told.</summary>
    public Task ToldAsync(string channel, IReadOnlyList<Alarm> alarms, CancellationToken ct) => writes.DoAsync(
        tx =>
        {
            foreach (var alarm in alarms) tx.Journal($"alarm/{alarm.AlarmId}/{channel}", Told, Actor.Job($"alarm-{channel}"), new { alarm.AlarmId });
            return Task.CompletedTask;
        },
        ct);
}
