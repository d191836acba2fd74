using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Retention;

/// <summary>Private parts of entries that belong to no order: due by the entry's own age, up to the last one that is.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="UpTo">The last position that is due.</param>
/// <param name="Parts">How many there are.</param>
internal sealed record AgedPrivateParts(string Stream, long UpTo, long Parts)
{
    private const int AtOnce = 100;

    private static readonly (RetentionKind Kind, string Streams)[] Places =
    [
        (RetentionKind.SignIns, PersonEvents.StreamOf("")),
        (RetentionKind.Reconciliation, SettlementEvents.Stream),
        (RetentionKind.Reconciliation, Difference.StreamOf("")),
        (RetentionKind.Accounts, "hold/"),
    ];

    /// <summary>Reads them, kind by kind.</summary>
    public static async IAsyncEnumerable<(RetentionKind Kind, AgedPrivateParts Parts)> ReadAsync(
        PagoDb db, Func<RetentionKind, DateTimeOffset> cutoff, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (kind, streams) in Places)
        {
            var last = "";
            for (var page = new List<AgedPrivateParts>(AtOnce); ;)
            {
                page.Clear();
                await db.EachAsync(
                    "SELECT p.stream, max(p.position), count(*) FROM journal_private p JOIN journal j ON j.stream = p.stream AND j.position = p.position "
                    + "WHERE p.stream LIKE @p0 AND p.stream > @p1 AND j.at < @p2 AND NOT EXISTS (SELECT 1 FROM legal_holds h WHERE h.lifted_at IS NULL AND p.stream = 'hold/' || h.hold_id) "
                    + "AND NOT EXISTS (SELECT 1 FROM differences d WHERE d.order_id IS NOT NULL AND p.stream = 'difference/' || d.difference_id) "
                    + $"GROUP BY p.stream ORDER BY p.stream LIMIT {AtOnce}",
                    [$"{streams}%", last, cutoff(kind).ToUnixTimeMilliseconds()],
                    row => page.Add(new AgedPrivateParts(row.GetString(0), row.GetInt64(1), row.GetInt64(2))),
                    ct);
                foreach (var parts in page) yield return (kind, parts);
                if (page.Count < AtOnce) break;
                last = page[^1].Stream;
            }
        }
    }
}
