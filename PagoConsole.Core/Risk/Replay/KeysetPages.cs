using System.Data.Common;
using System.Diagnostics;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>
/// Reads a long table page by page along a key, and closes each statement soon: an open reader keeps the store's log growing and slows all
/// writers down. How many rows a page has follows from how long the last one took.
/// </summary>
/// <typeparam name="T">What a row becomes.</typeparam>
/// <param name="db">The store.</param>
/// <param name="sql">
/// The statement: parameters beginning with the key of the last row read, the others behind them, the number of rows to read last.
/// </param>
/// <param name="first">A key before all keys.</param>
/// <param name="others">The other parameters.</param>
internal sealed class KeysetPages<T>(PagoDb db, string sql, object[] first, params object[] others)
{
    private const int Fewest = 200, Most = 5000;
    private static readonly TimeSpan Wanted = TimeSpan.FromMilliseconds(40);

    /// <summary>The pages, in order; a new list each.</summary>
    /// <param name="take">Makes something of a row.</param>
    /// <param name="keyOf">The key of a row.</param>
    /// <param name="ct">Ends it.</param>
    public async IAsyncEnumerable<List<T>> ReadAsync(
        Func<DbDataReader, T> take, Func<DbDataReader, object[]> keyOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (key, rows) = (first, Fewest * 2);
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            var page = new List<T>(rows);
            await using (var command = await db.CommandAsync(sql, [.. key, .. others, rows], ct))
            await using (var reader = await command.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct))
                {
                    page.Add(take(reader));
                    if (page.Count == rows) key = keyOf(reader);
                }
            }

            var took = Stopwatch.GetElapsedTime(started);
            var last = page.Count < rows;
            rows = Math.Clamp((int)(rows * Math.Clamp(Wanted / took, 0.5, 2)), Fewest, Most);
            if (page.Count > 0) yield return page;
            if (last) yield break;
        }
    }
}
