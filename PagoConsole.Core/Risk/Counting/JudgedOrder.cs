using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>An order and its assessment, as far as figures need them.</summary>
internal sealed record JudgedOrder(
    string OrderId, DateTimeOffset PlacedAt, Money Amount, int Version, RiskOutcome Outcome, DateTimeOffset At, IReadOnlyList<AssessedRule> Rules)
{
    private const string ListRule = "list-match";

    public DateOnly Day => Lima.DayOf(PlacedAt);

    /// <summary>The rules that fired, each once and in the mode that counted most.</summary>
    public IReadOnlyList<(string Rule, RuleMode Mode)> Hits =>
        [.. Rules.Where(rule => rule.Result == RuleResult.Hit).GroupBy(rule => rule.Rule).Select(tiers => (tiers.Key, tiers.Max(tier => tier.Mode)))];

    public bool OnList => Rules.Any(rule => rule is { Rule: ListRule, Result: RuleResult.Hit });

    public static async Task<Dictionary<string, JudgedOrder>> ReadAsync(PagoDb db, IReadOnlyCollection<string> orderIds, CancellationToken ct)
    {
        if (orderIds.Count == 0) return [];
        var rows = await (
            from assessment in db.Set<Assessment>().AsNoTracking()
            where orderIds.Contains(assessment.OrderId)
            join order in db.Set<Order>() on assessment.OrderId equals order.OrderId
            select new { order.OrderId, order.PlacedAt, order.AmountMinor, order.Currency, assessment.RuleSetVersion, assessment.Outcome, assessment.At, assessment.Rules }).ToListAsync(ct);
        return rows.ToDictionary(row => row.OrderId, row => new JudgedOrder(
            row.OrderId, row.PlacedAt, new Money(row.AmountMinor, row.Currency), row.RuleSetVersion, row.Outcome, row.At,
            JsonSerializer.Deserialize<List<AssessedRule>>(row.Rules, RuleSet.Json) ?? []));
    }

    /// <summary>The list entries that orders met, as their stored facts tell.</summary>
    public static async Task<List<(string EntryId, string OrderId, DateTimeOffset At)>> ListedAsync(PagoDb db, IEnumerable<JudgedOrder> orders, CancellationToken ct)
    {
        var ids = orders.Where(order => order.OnList).Select(order => order.OrderId).ToList();
        if (ids.Count == 0) return [];
        var rows = await db.Set<Assessment>().AsNoTracking().Where(a => ids.Contains(a.OrderId)).Select(a => new { a.OrderId, a.At, a.Facts }).ToListAsync(ct);
        return [.. rows.SelectMany(row => EntriesIn(row.Facts).Select(entry => (entry, row.OrderId, row.At)))];
    }

    private static IEnumerable<string> EntriesIn(string facts)
    {
        using var json = JsonDocument.Parse(facts);
        return json.RootElement.TryGetProperty("history", out var history) && history.TryGetProperty(new OnLists().Key, out var lists)
            ? [.. (lists.Deserialize<List<ListedMatch>>(RuleSet.Json) ?? []).Select(match => match.EntryId)]
            : [];
    }
}
