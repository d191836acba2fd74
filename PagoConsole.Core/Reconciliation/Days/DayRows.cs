using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Days;

/// <summary>Finds a day's row in a transaction.</summary>
internal static class DayRows
{
    /// <summary>The day's row, locked; made if there is none yet.</summary>
    public static async Task<ReconciledDay> DayAsync(this WriteScope tx, DateOnly day, CancellationToken ct)
    {
        var id = ReconciledDay.IdOf(day);
        await tx.Db.ExecuteAsync(
            "INSERT INTO reconciled_days (day_id, day, state, took_ms, orders, report_rows, matched, found, outcome, failed_pulls, version) "
            + "VALUES (@p0, @p1, @p2, 0, 0, 0, 0, 0, @p3, 0, 0) ON CONFLICT DO NOTHING",
            [id, day, nameof(DayState.Awaiting), Array.Empty<byte>()], ct);
        return (await tx.LockAsync<ReconciledDay>(id, ct))!;
    }
}
