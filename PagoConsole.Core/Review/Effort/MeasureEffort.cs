using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Effort;

/// <summary>
/// Measures what a case costs: from the latest decisions by people, the time since each took the case in hand. Not the time since the order was
/// held, most of which it only waits. What was decided without being opened (many at once, by a key) has no such time and is left out.
/// </summary>
public sealed class MeasureEffort(IDbContextFactory<PagoDb> contexts, IOptionsMonitor<ReviewOptions> options, TimeProvider time)
{
    /// <summary>Decisions that are looked at, at most; the latest.</summary>
    public const int MostDecisions = 500;

    /// <summary>How far back, in days.</summary>
    public const int Days = 30;

    private const int AtOnce = 100;
    private static readonly string[] Taking = [ReviewEvents.Claimed, ReviewEvents.TakenOver];

    /// <summary>Reads it. Tells nothing of any one person.</summary>
    public async Task<Result<ReviewEffort>> ReadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        var since = time.GetUtcNow().AddDays(-Days);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var decided = await db.Set<ReviewCase>().AsNoTracking()
            .Where(c => c.DecidedAt >= since && c.DecidedBy!.StartsWith("person:"))
            .OrderByDescending(c => c.DecidedAt).Take(MostDecisions)
            .Select(c => new Decided(c.OrderId, c.DecidedAt!.Value, c.DecidedBy!)).ToListAsync(ct);
        var inHand = new List<TimeSpan>();
        foreach (var chunk in decided.Chunk(AtOnce)) inHand.AddRange(await InHandAsync(db, chunk, ct));
        return ReviewEffort.Of(inHand, options.CurrentValue.AnalystHoursPerDay);
    }

    private static async Task<IEnumerable<TimeSpan>> InHandAsync(PagoDb db, Decided[] decided, CancellationToken ct)
    {
        var streams = decided.Select(c => Order.StreamOf(c.OrderId)).ToList();
        var taken = (await db.Set<JournalEntry>().AsNoTracking().Where(e => streams.Contains(e.Stream) && Taking.Contains(e.Kind))
            .Select(e => new { e.Stream, e.Actor, e.At }).ToListAsync(ct)).ToLookup(e => (e.Stream, e.Actor), e => e.At);
        return from c in decided
               let since = taken[(Order.StreamOf(c.OrderId), c.By)].Where(at => at <= c.At).OrderDescending().Take(1).ToList()
               where since.Count > 0
               select c.At - since[0];
    }

    private sealed record Decided(string OrderId, DateTimeOffset At, string By);
}
