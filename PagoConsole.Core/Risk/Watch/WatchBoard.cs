using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Watch;

/// <summary>How orders fare under a version of the rules, against the fourteen days before it: two whole weeks, so that each weekday counts the same.</summary>
public sealed class WatchBoard(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    /// <summary>Days before a publish that it is compared with, and days for which it is watched.</summary>
    public const int Days = 14;

    /// <summary>Reads a version.</summary>
    /// <param name="version">Which; null for the one in force.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Result<WatchView>> ReadAsync(int? version, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        return await LookAsync(version, time.GetUtcNow(), ct) is { } view ? view : RefusalCode.NotFound;
    }

    /// <summary>The same for ourselves.</summary>
    internal async Task<WatchView?> LookAsync(int? version, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.Set<RuleSetRow>().AsNoTracking().OrderByDescending(r => r.Version);
        var watched = await Named(version is { } number ? rows.Where(r => r.Version == number) : rows).FirstOrDefaultAsync(ct);
        if (watched is null) return null;
        var former = await Named(rows.Where(r => r.Version < watched.Version)).FirstOrDefaultAsync(ct);
        var next = await Named(rows.Where(r => r.Version > watched.Version).OrderBy(r => r.Version)).FirstOrDefaultAsync(ct);
        var end = Earlier(watched.At.AddDays(Days), next?.At ?? DateTimeOffset.MaxValue);
        var time = WatchTime.Of(watched.At, Earlier(end, now));
        var hours = await db.Set<JudgedHour>().AsNoTracking().Where(c => c.Hour >= time.From && c.Hour < time.To && c.Version <= watched.Version).ToListAsync(ct);
        var rates = Enum.GetValues<WatchedKind>().Select(what => WatchedRate.Of(what, time.Course(hours, watched.Version, what))).ToList();
        var rules = await RulesAsync(db, watched, time, hours, ct);
        return new(watched, former, next, end, time.SameHours, rates, rules, await CountedSoFar.ReadAsync(db, ct));
    }

    // Hits are told by business day: all days of the version, and the fourteen days before its own.
    private static async Task<IReadOnlyList<WatchedRule>> RulesAsync(PagoDb db, WatchedVersion watched, WatchTime time, List<JudgedHour> hours, CancellationToken ct)
    {
        var (first, last) = (Lima.DayOf(watched.At), Lima.DayOf(time.To));
        var from = first.AddDays(-Days);
        var hits = await db.Set<RuleDayCount>().AsNoTracking()
            .Where(c => c.Day >= from && c.Day <= last && (c.Version == watched.Version || (c.Version < watched.Version && c.Day < first)))
            .GroupBy(c => new { c.Rule, Since = c.Version == watched.Version }).Select(g => new { g.Key.Rule, g.Key.Since, Hits = g.Sum(c => c.Hits) }).ToListAsync(ct);
        var orders = hours.Where(c => c.What is Judgement.Approved or Judgement.Held or Judgement.Rejected).ToList();
        var before = orders.Where(c => c.Version < watched.Version && Lima.DayOf(c.Hour) >= from && Lima.DayOf(c.Hour) < first).Sum(c => c.Orders);
        var after = orders.Where(c => c.Version == watched.Version).Sum(c => c.Orders);
        return
        [
            .. hits.GroupBy(hit => hit.Rule)
                .Select(rule => new WatchedRule(
                    rule.Key, new(before, rule.Where(hit => !hit.Since).Sum(hit => hit.Hits)), new(after, rule.Where(hit => hit.Since).Sum(hit => hit.Hits))))
                .OrderByDescending(rule => Math.Abs((rule.After.Share ?? 0) - (rule.Before.Share ?? 0))).ThenBy(rule => rule.Rule, StringComparer.Ordinal),
        ];
    }

    private static IQueryable<WatchedVersion> Named(IQueryable<RuleSetRow> rows) =>
        rows.Select(r => new WatchedVersion(r.Version, r.CreatedAt, r.CreatedBy, r.Comment));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
