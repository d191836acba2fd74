using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Performance;

/// <summary>How the rules did over days, from the counts of each day: a few thousand rows, however many orders there were.</summary>
public sealed class PerformanceBoard(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>The spans that can be looked at, in days.</summary>
    public static IReadOnlyList<int> Spans { get; } = [7, 30, 90];

    private const int Week = 7;

    /// <summary>Reads the days up to today.</summary>
    /// <param name="days">How many.</param>
    /// <param name="weekly">Whether the course is told by week.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<PerformanceView>> ReadAsync(int days, bool weekly, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        if (days < 1 || days > Spans[^1]) return new Refusal(RefusalCode.Invalid, "days");
        var to = Lima.DayOf(time.GetUtcNow());
        var from = to.AddDays(1 - days);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var set = RuleSet.FromJson(await db.Set<RuleSetRow>().OrderByDescending(r => r.Version).Select(r => r.Json).FirstAsync(ct));
        var (start, end) = (Lima.StartOf(from), Lima.StartOf(to.AddDays(1)));
        var counted = new Counted(
            await db.Set<RuleDayCount>().AsNoTracking().Where(c => c.Day >= from && c.Day <= to).ToListAsync(ct),
            await db.Set<RulePairCount>().AsNoTracking().Where(c => c.Day >= from && c.Day <= to)
                .GroupBy(c => new { c.Rule, c.Other }).Select(g => new Pair(g.Key.Rule, g.Key.Other, g.Sum(c => c.Hits))).ToListAsync(ct),
            await db.Set<LabelledDay>().AsNoTracking().Where(c => c.Day >= from && c.Day <= to).ToListAsync(ct),
            await db.Set<JudgedHour>().AsNoTracking().Where(c => c.Hour >= start && c.Hour < end).ToListAsync(ct));
        return View(from, to, weekly, set, counted, await CountedSoFar.ReadAsync(db, ct));
    }

    private static PerformanceView View(DateOnly from, DateOnly to, bool weekly, RuleSet set, Counted counted, CountedSoFar soFar)
    {
        var judged = counted.Hours.Where(c => c.What is Judgement.Approved or Judgement.Held or Judgement.Rejected).ToList();
        var orders = judged.GroupBy(c => Lima.DayOf(c.Hour)).ToDictionary(g => g.Key, g => g.Sum(c => c.Orders));
        var fraud = counted.Labels.GroupBy(c => c.Day).ToDictionary(g => g.Key, g => g.Sum(c => c.Fraud));
        var byRule = counted.Rules.ToLookup(c => c.Rule);
        var now = set.Rules.GroupBy(entry => entry.Rule).ToDictionary(g => g.Key, g => g.Max(entry => entry.Mode));
        var steps = Steps(from, to, weekly);
        var rules =
            from rule in now.Keys.Union(byRule.Select(g => g.Key))
            let work = RuleWork.Of(byRule[rule])
            orderby work.Hits descending, rule
            select new RulePerformance(
                rule, now.TryGetValue(rule, out var mode) ? mode : null, work,
                [.. steps.Select(step => new RulePoint(
                    step[0], RuleWork.Of(byRule[rule].Where(c => c.Day >= step[0] && c.Day <= step[^1])),
                    step.Sum(day => fraud.GetValueOrDefault(day)), step.Sum(day => orders.GetValueOrDefault(day))))],
                Overlaps(rule, work.Hits, counted.Pairs));
        return new(
            from, to, weekly, judged.Sum(c => c.Orders), counted.Labels.Sum(c => c.Fraud), counted.Labels.Sum(c => c.Good),
            judged.Where(c => c.What == Judgement.Held).Sum(c => c.Minor) / 100m, [.. rules], soFar);
    }

    /// <summary>Days, or weeks that end today; the first may be shorter.</summary>
    private static List<List<DateOnly>> Steps(DateOnly from, DateOnly to, bool weekly)
    {
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);
        return [.. days.GroupBy(day => weekly ? (to.DayNumber - day.DayNumber) / Week : to.DayNumber - day.DayNumber).OrderByDescending(g => g.Key).Select(g => g.ToList())];
    }

    private static IReadOnlyList<RuleOverlap> Overlaps(string rule, long hits, IReadOnlyList<Pair> pairs) =>
    [
        .. pairs.Where(pair => pair.Rule == rule || pair.Other == rule)
            .Select(pair => new RuleOverlap(rule, pair.Rule == rule ? pair.Other : pair.Rule, pair.Hits, hits))
            .OrderByDescending(overlap => overlap.Both).ThenBy(overlap => overlap.Other, StringComparer.Ordinal),
    ];

    private sealed record Pair(string Rule, string Other, long Hits);

    private sealed record Counted(IReadOnlyList<RuleDayCount> Rules, IReadOnlyList<Pair> Pairs, IReadOnlyList<LabelledDay> Labels, IReadOnlyList<JudgedHour> Hours);
}
