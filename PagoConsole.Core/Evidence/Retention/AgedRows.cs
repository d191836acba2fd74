using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>Finds and erases rows that are due by their own age, in batches.</summary>
internal static class AgedRows
{
    /// <summary>Rows of one batch: a few milliseconds of the writer's lane.</summary>
    public const int AtOnce = 200;

    /// <summary>How many are due, and how many of these a hold keeps.</summary>
    public static async Task<(long Due, long Held)> CountAsync(PagoDb db, AgedTable table, DateTimeOffset cutoff, CancellationToken ct)
    {
        var (due, held) = (0L, 0L);
        await foreach (var page in PagesAsync(db, table, cutoff, ct))
        {
            due += page.Count;
            held += page.Count(row => row.Held);
        }

        return (due, held);
    }

    /// <summary>The keys that are due, a page at a time; each page with a statement of its own.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<(object Key, bool Held)>> PagesAsync(
        PagoDb db, AgedTable table, DateTimeOffset cutoff, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        object last = table.Numbered ? long.MinValue : "";
        var sql = $"SELECT t.{table.Key}, CASE WHEN {table.Held ?? "1 = 0"} THEN 1 ELSE 0 END FROM {table.Name} t "
            + $"WHERE t.{table.Key} > @p1 AND {table.Due} ORDER BY t.{table.Key} LIMIT {AtOnce}";
        while (true)
        {
            var page = new List<(object Key, bool Held)>(AtOnce);
            await db.EachAsync(
                sql,
                [cutoff.ToUnixTimeMilliseconds(), last],
                row => page.Add((table.Numbered ? row.GetInt64(0) : row.GetString(0), row.GetInt32(1) == 1)),
                ct);
            if (page.Count > 0) yield return page;
            if (page.Count < AtOnce) yield break;
            last = page[^1].Key;
        }
    }

    /// <summary>Erases rows by key, unless a hold keeps them by now.</summary>
    /// <returns>How many were erased.</returns>
    public static Task<int> EraseAsync(WriteScope tx, AgedTable table, DateTimeOffset cutoff, IReadOnlyList<object> keys, int run, CancellationToken ct)
    {
        const int First = 5;
        var document = Erased.Json(run);
        var free = table.Held is null ? "" : $" AND NOT {table.Held}";
        var which = $"WHERE t.{table.Key} IN ({Sql.Marks(First, keys.Count)}) AND {table.Due}{free}";
        var sql = table.Set is null ? $"DELETE FROM {table.Name} AS t {which}" : $"UPDATE {table.Name} AS t SET {table.Set} {which}";
        return tx.Db.ExecuteAsync(
            sql, [cutoff.ToUnixTimeMilliseconds(), Erased.Text(run), document, System.Text.Encoding.UTF8.GetBytes(document), Array.Empty<byte>(), .. keys], ct);
    }
}
