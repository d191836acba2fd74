using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Tuning.Shadow;

/// <summary>Orders that the version in force judged so, and the draft so.</summary>
/// <param name="Judged">What the version in force said.</param>
/// <param name="Draft">What the draft says; null where it could not judge them.</param>
/// <param name="Orders">How many.</param>
/// <param name="Soles">Their amounts together, in soles.</param>
public sealed record ShadowCell(RiskOutcome Judged, RiskOutcome? Draft, int Orders, decimal Soles);

/// <summary>How often a rule counted.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Judged">In the version in force.</param>
/// <param name="Draft">In the draft.</param>
/// <param name="OnlyJudged">In the version in force only.</param>
/// <param name="OnlyDraft">In the draft only.</param>
public sealed record ShadowRule(string Rule, int Judged, int Draft, int OnlyJudged, int OnlyDraft);

/// <summary>An order that the draft would have put on another side.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="At">When it was judged.</param>
/// <param name="AmountMinor">Hundredths of the currency unit.</param>
/// <param name="Currency">PEN or USD.</param>
/// <param name="Judged">What the version in force said.</param>
/// <param name="Draft">What the draft says.</param>
/// <param name="Status">Where the order stands by now.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="Fraud">Whether it was fraud; null while nobody has said.</param>
public sealed record ShadowMove(
    string OrderId, DateTimeOffset At, long AmountMinor, Currency Currency, RiskOutcome Judged, RiskOutcome Draft, OrderStatus Status, string? Reason, bool? Fraud)
{
    /// <summary>The amount in its currency.</summary>
    public Money Amount => new(AmountMinor, Currency);
}

/// <summary>What a draft in shadow said of the orders of its time, beside the version in force.</summary>
/// <param name="Run">The run.</param>
/// <param name="Cells">Orders by both outcomes.</param>
/// <param name="Rules">Rules that counted, the most different first.</param>
/// <param name="Moves">The latest orders that would change sides.</param>
public sealed record ShadowComparison(ShadowRun Run, IReadOnlyList<ShadowCell> Cells, IReadOnlyList<ShadowRule> Rules, IReadOnlyList<ShadowMove> Moves)
{
    /// <summary>All orders.</summary>
    public int Orders => Cells.Sum(cell => cell.Orders);

    /// <summary>Those that the draft could not judge.</summary>
    public int NotJudged => Cells.Where(cell => cell.Draft is null).Sum(cell => cell.Orders);

    /// <summary>Those that would change sides.</summary>
    public int Moved => Cells.Where(cell => cell.Draft is { } draft && draft != cell.Judged).Sum(cell => cell.Orders);
}

/// <summary>Compares a draft in shadow with the version in force.</summary>
public sealed class ShadowBook(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Orders that changed sides, at most.</summary>
    public const int MostMoves = 50;

    /// <summary>The draft's latest shadow; null where it never was in shadow.</summary>
    public async Task<Result<ShadowComparison?>> ReadAsync(string draftId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeRules)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var run = await db.Set<ShadowRun>().AsNoTracking().Where(s => s.DraftId == draftId)
            .OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.ShadowId).FirstOrDefaultAsync(ct);
        if (run is null) return (ShadowComparison?)null;
        var rows = db.Set<ShadowAssessment>().AsNoTracking().Where(a => a.ShadowId == run.ShadowId);
        var sums = await rows.GroupBy(a => new { a.Judged, a.Outcome, a.JudgedHits, a.Hits })
            .Select(g => new { g.Key.Judged, g.Key.Outcome, g.Key.JudgedHits, g.Key.Hits, Orders = g.Count(), Stake = g.Sum(a => a.StakeMinor) }).ToListAsync(ct);
        var cells = sums.GroupBy(s => (s.Judged, s.Outcome)).OrderBy(g => g.Key)
            .Select(g => new ShadowCell(g.Key.Judged, g.Key.Outcome, g.Sum(s => s.Orders), g.Sum(s => s.Stake) / 100m)).ToList();
        var rules = RulesOf(sums.Where(s => s.Outcome is not null).Select(s => (Of(s.JudgedHits), Of(s.Hits), s.Orders)).ToList());
        var moves = viewer.May(Permission.SeeOrders) ? await MovesAsync(db, rows, ct) : [];
        return new ShadowComparison(run, cells, rules, moves);
    }

    private static Task<List<ShadowMove>> MovesAsync(PagoDb db, IQueryable<ShadowAssessment> rows, CancellationToken ct) => (
        from row in rows
        where row.Outcome != null && row.Outcome != row.Judged
        join order in db.Set<Order>() on row.OrderId equals order.OrderId
        orderby row.At descending, row.OrderId
        select new ShadowMove(row.OrderId, row.At, order.AmountMinor, order.Currency, row.Judged, row.Outcome!.Value, order.Status, order.StatusReason, order.Fraud))
        .Take(MostMoves).ToListAsync(ct);

    private static HashSet<string> Of(string hits) => [.. hits.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static List<ShadowRule> RulesOf(List<(HashSet<string> Judged, HashSet<string> Draft, int Orders)> sums)
    {
        return
        [
            .. sums.SelectMany(s => s.Judged.Concat(s.Draft)).Distinct()
                .Select(rule => new ShadowRule(
                    rule, Count(s => s.Judged.Contains(rule)), Count(s => s.Draft.Contains(rule)),
                    Count(s => s.Judged.Contains(rule) && !s.Draft.Contains(rule)), Count(s => s.Draft.Contains(rule) && !s.Judged.Contains(rule))))
                .OrderByDescending(rule => rule.OnlyDraft + rule.OnlyJudged).ThenBy(rule => rule.Rule, StringComparer.Ordinal),
        ];
        int Count(Func<(HashSet<string> Judged, HashSet<string> Draft, int Orders), bool> holds) => sums.Where(holds).Sum(s => s.Orders);
    }
}
