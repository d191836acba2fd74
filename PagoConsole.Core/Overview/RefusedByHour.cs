using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview;

/// <summary>
/// Deliveries that were turned away, by hour. The journal knows only the few that were kept to look at, so they are read where the door counts every
/// one of them: at most a row for each reason and minute.
/// </summary>
internal static class RefusedByHour
{
    public static async Task<Dictionary<DateTimeOffset, long>> ReadAsync(PagoDb db, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var within = Enumerable.Range(0, days.Count).Select(i => $"(minute >= @p{2 * i} AND minute < @p{(2 * i) + 1})");
        await using var command = await db.CommandAsync(
            $"SELECT {CountedSource.FloorOf("minute", 3_600_000)}, CAST(SUM(count) AS bigint) FROM door_counts WHERE {string.Join(" OR ", within)} GROUP BY 1",
            [.. days.SelectMany(day => new object?[] { Start(day), Start(day.AddDays(1)) })],
            ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var hours = new Dictionary<DateTimeOffset, long>();
        while (await rows.ReadAsync(ct)) hours[DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(0))] = rows.GetInt64(1);
        return hours;
    }

    private static long Start(DateOnly day) => Lima.StartOf(day).ToUnixTimeMilliseconds();
}
