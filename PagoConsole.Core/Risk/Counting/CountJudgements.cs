using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>
/// Counts from the journal what rules did: each order that was taken in by what its stored assessment says, each held one by what a person
/// decided. Assessments never change, so counting anew gives the same.
/// </summary>
internal sealed class CountJudgements(IDbContextFactory<PagoDb> contexts, Writes writes, Dialect dialect, int atOnce = 500)
{
    private readonly CountBatch batch = new(contexts, writes, dialect, CountedSoFar.Journal, "journal", "seq", atOnce);
    private readonly Dictionary<int, RuleSet> sets = [];

    /// <summary>Counts the next entries.</summary>
    /// <returns>Whether more wait.</returns>
    public Task<bool> RunAsync(CancellationToken ct) => batch.RunAsync((db, from, to) => PrepareAsync(db, from, to, ct), ct);

    private async Task<Func<WriteScope, Task>> PrepareAsync(PagoDb db, long from, long to, CancellationToken ct)
    {
        var entries = await db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.Seq > from && e.Seq <= to && e.OrderId != null && (e.Kind == OrderEvents.Placed || e.Kind == OrderEvents.Approved || e.Kind == OrderEvents.Rejected))
            .Select(e => new Happened(e.Kind, e.OrderId!, e.At, e.Actor)).ToListAsync(ct);
        var orders = await JudgedOrder.ReadAsync(db, [.. entries.Select(e => e.OrderId).Distinct()], ct);
        foreach (var version in orders.Values.Select(order => order.Version).Distinct().Where(version => !sets.ContainsKey(version)).ToList())
            sets[version] = RuleSet.FromJson(await db.Set<RuleSetRow>().Where(row => row.Version == version).Select(row => row.Json).SingleAsync(ct));

        var counts = new RuleCounts();
        foreach (var entry in entries)
        {
            if (!orders.TryGetValue(entry.OrderId, out var order)) continue; // the marketplace's history was never assessed
            if (entry.Kind == OrderEvents.Placed) CountOrder(counts, order, sets[order.Version]);
            else if (order.Outcome == RiskOutcome.Review && entry.ByPerson) CountDecision(counts, order, sets[order.Version], entry);
        }

        var placed = entries.Where(e => e.Kind == OrderEvents.Placed).Select(e => e.OrderId).ToHashSet();
        var listed = await JudgedOrder.ListedAsync(db, orders.Values.Where(order => placed.Contains(order.OrderId)), ct);
        return async tx =>
        {
            await counts.WriteAsync(tx.Db, ct);
            await tx.AddListHitsAsync(listed, ct);
        };
    }

    private static void CountOrder(RuleCounts counts, JudgedOrder order, RuleSet set)
    {
        var minor = (long)Math.Round(set.Rates.InSoles(order.Amount) * 100);
        counts.AddHour(order.At, order.Version, WhatOf(order.Outcome), minor);
        var hits = order.Hits;
        var reasons = DecidedAlone.Reasons(order.Rules);
        var (counted, alone) = (reasons.Select(rule => rule.Rule).ToHashSet(), DecidedAlone.Of(reasons, set.ReviewThreshold));
        foreach (var (rule, mode) in hits)
        {
            Add(RuleFigure.Hits, 1);
            if (alone.Contains(rule)) Add(RuleFigure.Alone, 1);
            if (!counted.Contains(rule)) continue;
            if (order.Outcome == RiskOutcome.Reject) Add(RuleFigure.Rejected, 1);
            if (order.Outcome != RiskOutcome.Review) continue;
            Add(RuleFigure.Held, 1);
            Add(RuleFigure.HeldMinor, minor);

            void Add(RuleFigure figure, long times) => counts.AddRule(order.Day, rule, order.Version, mode, figure, times);
        }

        foreach (var (one, _) in hits)
            foreach (var (other, _) in hits)
                if (string.CompareOrdinal(one, other) < 0) counts.AddPair(order.Day, one, other);
    }

    private static void CountDecision(RuleCounts counts, JudgedOrder order, RuleSet set, Happened entry)
    {
        var released = entry.Kind == OrderEvents.Approved;
        counts.AddHour(entry.At, order.Version, released ? Judgement.Released : Judgement.Refused, (long)Math.Round(set.Rates.InSoles(order.Amount) * 100));
        var reasons = DecidedAlone.Reasons(order.Rules).Select(rule => rule.Rule).ToHashSet();
        foreach (var (rule, mode) in order.Hits.Where(hit => reasons.Contains(hit.Rule)))
            counts.AddRule(order.Day, rule, order.Version, mode, released ? RuleFigure.Released : RuleFigure.Refused, 1);
    }

    private static Judgement WhatOf(RiskOutcome outcome) => outcome switch
    {
        RiskOutcome.Approve => Judgement.Approved,
        RiskOutcome.Review => Judgement.Held,
        RiskOutcome.Reject => Judgement.Rejected,
    };

    private sealed record Happened(string Kind, string OrderId, DateTimeOffset At, string Actor)
    {
        /// <summary>A decision is carried out by a job in the name of whoever decided; the end of the hold is nobody's.</summary>
        public bool ByPerson => Actor.Contains("person:", StringComparison.Ordinal);
    }
}
