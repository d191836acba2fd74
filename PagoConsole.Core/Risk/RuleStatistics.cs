using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk;

/// <summary>
/// How the rules did: how often each fired, and how right it was by the labels of those orders. Hits are counted along the index of hits, labels
/// from the few orders that have one, and no statement looks at more than a few days or a thousand orders, so that none is open for long.
/// </summary>
public sealed class RuleStatistics(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>The longest span that is counted, in days.</summary>
    public const int LongestSpan = 92;

    /// <summary>Labelled orders that are looked at, at most; the newest labels count.</summary>
    public const int MostLabels = 50_000;

    /// <summary>Latest orders of a rule.</summary>
    public const int Latest = 20;

    private const int DaysAtOnce = 7;
    private const int LabelsAtOnce = 500;

    /// <summary>Counts the hits of rules on business days.</summary>
    /// <param name="rules">The rules' ids.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<RuleSpan>> ReadAsync(IReadOnlyCollection<string> rules, DateOnly from, DateOnly to, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        if (from.AddDays(LongestSpan) <= to) from = to.AddDays(1 - LongestSpan);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var hits = new List<RuleDay>();
        foreach (var rule in rules)
            for (var day = from; day <= to; day = day.AddDays(DaysAtOnce))
                hits.AddRange(await HitsAsync(db, rule, day, Earlier(day.AddDays(DaysAtOnce - 1), to), ct));
        var labels = await LabelsAsync(db, from, to, ct);
        return new RuleSpan(from, to, hits, labels);
    }

    /// <summary>The latest orders that a rule fired for, newest first.</summary>
    public async Task<Result<IReadOnlyList<RuleHitOrder>>> LatestAsync(string rule, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules) || !viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var latest = new List<RuleHitOrder>();
        DateOnly? before = null;
        while (latest.Count < Latest && await NewestDayAsync(db, rule, before, ct) is { } day)
        {
            latest.AddRange(await (
                from hit in db.Set<RuleHit>().AsNoTracking()
                where hit.Rule == rule && hit.Day == day
                join order in db.Set<Order>() on hit.OrderId equals order.OrderId
                orderby order.PlacedAt descending, order.OrderId descending
                select new RuleHitOrder(order.OrderId, order.Status, order.StatusReason, order.AmountMinor, order.Currency, order.PlacedAt, hit.Mode, hit.RuleSetVersion, order.Fraud))
                .Take(Latest - latest.Count).ToListAsync(ct));
            before = day;
        }

        return latest;
    }

    private static async Task<DateOnly?> NewestDayAsync(PagoDb db, string rule, DateOnly? before, CancellationToken ct)
    {
        var hits = db.Set<RuleHit>().Where(h => h.Rule == rule);
        if (before is { } day) hits = hits.Where(h => h.Day < day);
        return await hits.OrderByDescending(h => h.Day).Select(h => (DateOnly?)h.Day).FirstOrDefaultAsync(ct);
    }

    private static Task<List<RuleDay>> HitsAsync(PagoDb db, string rule, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.Set<RuleHit>().Where(h => h.Rule == rule && h.Day >= from && h.Day <= to)
            .GroupBy(h => new { h.Day, h.RuleSetVersion })
            .Select(g => new RuleDay(rule, g.Key.Day, g.Key.RuleSetVersion, g.Count()))
            .ToListAsync(ct);

    private static async Task<IReadOnlyList<LabelledOrder>> LabelsAsync(PagoDb db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (start, end) = (Lima.StartOf(from), Lima.StartOf(to.AddDays(1)));
        var labels = new List<LabelledOrder>();
        (DateTimeOffset At, string OrderId)? after = null;
        while (labels.Count < MostLabels)
        {
            var page = await PageAsync(db, start, end, after, ct);
            var ids = page.Select(row => row.OrderId).ToList();
            var hits = (await db.Set<RuleHit>().Where(h => ids.Contains(h.OrderId)).Select(h => new { h.OrderId, h.Rule }).ToListAsync(ct))
                .ToLookup(h => h.OrderId, h => h.Rule);
            labels.AddRange(page.Select(row => new LabelledOrder(Lima.DayOf(row.PlacedAt), row.Version, row.Fraud, [.. hits[row.OrderId]])));
            if (page.Count < LabelsAtOnce) break;
            after = (page[^1].FraudAt, page[^1].OrderId);
        }

        return labels;
    }

    // No label is older than its order, so the index of labels serves a span of orders. Imported orders were never assessed and do not count.
    private static async Task<List<LabelRow>> PageAsync(
        PagoDb db, DateTimeOffset start, DateTimeOffset end, (DateTimeOffset At, string OrderId)? after, CancellationToken ct)
    {
        var labelled = db.Set<Order>().Where(o => o.FraudAt >= start && o.PlacedAt >= start && o.PlacedAt < end);
        if (after is var (at, orderId)) labelled = labelled.Where(o => o.FraudAt < at || (o.FraudAt == at && string.Compare(o.OrderId, orderId) < 0));
        return await (
            from order in labelled
            join assessment in db.Set<Assessment>() on order.OrderId equals assessment.OrderId
            orderby order.FraudAt descending, order.OrderId descending
            select new LabelRow(order.OrderId, order.PlacedAt, order.FraudAt!.Value, order.Fraud!.Value, assessment.RuleSetVersion))
            .Take(LabelsAtOnce).ToListAsync(ct);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private sealed record LabelRow(string OrderId, DateTimeOffset PlacedAt, DateTimeOffset FraudAt, bool Fraud, int Version);
}
