using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Overview.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Overview;

/// <summary>What the figures of the overview are made of, and its rows can be read.</summary>
public enum Happening
{
    /// <summary>An order was taken in.</summary>
    Placed,

    /// <summary>An order was paid.</summary>
    Paid,

    /// <summary>An order's time ran out.</summary>
    Expired,

    /// <summary>A payment was found by asking.</summary>
    MissedWebhook,
}

/// <summary>One row behind a figure.</summary>
/// <param name="Seq">Its number in the journal.</param>
/// <param name="At">When it happened.</param>
/// <param name="Order">The order as it stands now.</param>
public sealed record HappeningRow(long Seq, DateTimeOffset At, OrderRow Order);

/// <summary>A page of them, the latest first.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Before which number the next page begins; null on the last one.</param>
public sealed record HappeningPage(IReadOnlyList<HappeningRow> Rows, long? Next)
{
    /// <summary>How many there are today, on all pages.</summary>
    public long Count { get; init; }

    /// <summary>The amounts of their orders, one sum for each currency; none for those who may not see money.</summary>
    public IReadOnlyList<Money> Money { get; init; } = [];
}

/// <summary>The very journal entries that a figure of today counts, along the journal's index by kind.</summary>
public sealed class Happenings(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page of today's.</summary>
    public async Task<Result<HappeningPage>> TodayAsync(Happening what, long? before, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        var (kind, start) = (KindOf(what), Lima.StartOf(Lima.DayOf(time.GetUtcNow())));
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        // The latest of that kind, along the index, and only then the day: asked for the day at once, a database may read all of the journal for it.
        var latest = await db.Set<JournalEntry>().Where(e => e.Kind == kind && (before == null || e.Seq < before))
            .OrderByDescending(e => e.Seq).Take(PageSize + 1).Select(e => new { e.Seq, e.At, e.OrderId }).ToListAsync(ct);
        var page = latest.TakeWhile(e => e.At >= start).ToList();
        var ids = page.Select(e => e.OrderId).Distinct().ToList();
        var orders = await db.Set<Order>().Where(o => ids.Contains(o.OrderId)).ToDictionaryAsync(o => o.OrderId, ct);
        var rows = page.Take(PageSize).Where(e => e.OrderId is not null && orders.ContainsKey(e.OrderId)).Select(e => new HappeningRow(e.Seq, e.At, Row(orders[e.OrderId!]))).ToList();
        var counted = await HourlyFigures.ReadAsync(db, [kind], [.. Enumerable.Range(0, 24).Select(hour => start.AddHours(hour))], ct);
        return new HappeningPage(rows, page.Count > PageSize ? page[PageSize - 1].Seq : null)
        {
            Count = counted.Sum(hour => hour.Count),
            Money = viewer.May(Permission.SeeMoney) ? Sums.Of(counted.Where(hour => hour.Currency.Length > 0).Select(hour => new Money(hour.Minor, new Currency(hour.Currency)))) : [],
        };
    }

    private static string KindOf(Happening what) => what switch
    {
        Happening.Placed => OrderEvents.Placed,
        Happening.Paid => OrderEvents.Paid,
        Happening.Expired => OrderEvents.Expired,
        Happening.MissedWebhook => OrderEvents.MissedWebhook,
    };

    private static OrderRow Row(Order order) =>
        new(order.OrderId, order.Status, order.StatusReason, order.Amount, order.PlacedAt, order.UpdatedAt, order.AccountId, order.SellerId, null);
}
