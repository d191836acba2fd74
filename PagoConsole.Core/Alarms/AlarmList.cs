using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Alarms;

/// <summary>The open alarms that concern somebody.</summary>
public sealed class AlarmList(IDbContextFactory<PagoDb> contexts)
{
    private const int Most = 200;

    /// <summary>Reads them, the worst and newest first; at most 200.</summary>
    public async Task<IReadOnlyList<Alarm>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Alarm>().AsNoTracking().Where(a => a.OpenKey != null && viewer.Permissions.Contains(a.Audience))
            .OrderBy(a => a.Severity).ThenByDescending(a => a.LastAt).Take(Most).ToListAsync(ct);
    }
}

/// <summary>Takes note of an alarm, so that it is off the list.</summary>
public sealed class AcknowledgeAlarm(Writes writes)
{
    /// <summary>Takes note; refused to those whom it does not concern.</summary>
    public Task<Result<Unit>> RunAsync(string alarmId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.AcknowledgeAlarms)) return RefusalCode.NotAllowed;
                var alarm = await tx.Db.Set<Alarm>().AsNoTracking().SingleOrDefaultAsync(a => a.AlarmId == alarmId, ct);
                if (alarm is null) return RefusalCode.NotFound;
                if (!by.May(alarm.Audience)) return RefusalCode.NotAllowed;
                var rows = await tx.Db.ExecuteAsync(
                    "UPDATE alarms SET open_key = NULL, acknowledged_by = @p1, acknowledged_at = @p2 WHERE alarm_id = @p0 AND open_key IS NOT NULL",
                    [alarmId, by.Signature, tx.Now.ToUnixTimeMilliseconds()],
                    ct);
                if (rows == 0) return RefusalCode.NotFound;
                tx.Journal(RaiseAlarm.StreamOf(tx, alarm.Kind), $"{RaiseAlarm.PrefixOf(alarm.Kind)}alarm.acknowledged", by, new { alarmId });
                return default(Unit);
            },
            ct);
}
