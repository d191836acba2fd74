using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>How many orders each hour of a span has, so that one can be drawn at random without walking through them.</summary>
/// <param name="Hours">The hours that have any, as Unix hours, with how many came before each.</param>
/// <param name="Total">All orders.</param>
internal sealed record OrderHours(IReadOnlyList<(long Hour, long Before)> Hours, long Total)
{
    private const long Hour = 3_600_000; // instants are stored as milliseconds

    /// <summary>When the first hour begins that has an order.</summary>
    public DateTimeOffset? First => Hours.Count == 0 ? null : StartOf(Hours[0].Hour);

    /// <summary>Counts them along the index, a few days with each statement.</summary>
    public static async Task<OrderHours> CountAsync(IDbContextFactory<PagoDb> contexts, PreviewSpan span, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (hours, total) = (new List<(long, long)>(), 0L);
        for (var from = span.Begin; from < span.End; from = from.AddDays(3))
        {
            var before = from.AddDays(3) < span.End ? from.AddDays(3) : span.End;
            await using var command = await db.CommandAsync(
                $"SELECT placed_at / {Hour}, COUNT(*) FROM orders WHERE placed_at >= @p0 AND placed_at < @p1 GROUP BY 1 ORDER BY 1",
                [from.ToUnixTimeMilliseconds(), before.ToUnixTimeMilliseconds()],
                ct);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                hours.Add((reader.GetInt64(0), total));
                total += reader.GetInt64(1);
            }
        }

        return new OrderHours(hours, total);
    }

    /// <summary>Where an order stands: the hour in which it was placed, and its place in that hour.</summary>
    public (DateTimeOffset From, DateTimeOffset Before, int Place) Find(long number)
    {
        var (low, high) = (0, Hours.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Hours[middle].Before <= number ? (middle, high) : (low, middle - 1);
        }

        var (hour, before) = Hours[low];
        return (StartOf(hour), StartOf(hour + 1), (int)(number - before));
    }

    private static DateTimeOffset StartOf(long hour) => DateTimeOffset.FromUnixTimeMilliseconds(hour * Hour);
}
