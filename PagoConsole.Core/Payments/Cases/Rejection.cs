using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>That risk had rejected an order whose money came all the same, and why: whoever reinstates it overrules that.</summary>
/// <param name="At">When it was rejected; null where that is not known.</param>
/// <param name="By">Who did in review; null where the rules did by themselves.</param>
/// <param name="Rules">The enforced rules that fired, those that reject first.</param>
/// <param name="Reason">The reason given in review, as one of the configured words.</param>
/// <param name="Note">What was written there.</param>
public sealed record Rejection(DateTimeOffset? At, string? By, IReadOnlyList<AssessedRule> Rules, string? Reason, string? Note)
{
    /// <summary>Reads it; null for an order whose late money found it in any other state.</summary>
    internal static async Task<Rejection?> ReadAsync(PagoDb db, Order order, CancellationToken ct)
    {
        var late = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == order.Stream && e.Kind == OrderEvents.PaidLate)
            .OrderByDescending(e => e.Position).Select(e => e.Data).FirstOrDefaultAsync(ct);
        if (late is null || !JsonElement.Parse(late).TryGetProperty("from", out var from) || from.GetString() != nameof(OrderStatus.Rejected)) return null;
        var assessed = await db.Set<Assessment>().AsNoTracking().SingleOrDefaultAsync(a => a.OrderId == order.OrderId, ct);
        var held = await db.Set<ReviewCase>().AsNoTracking().SingleOrDefaultAsync(c => c.OrderId == order.OrderId && c.Decision == ReviewDecision.Reject, ct);
        var rules = assessed?.ReadRules() ?? [];
        return new Rejection(
            held?.DecidedAt ?? assessed?.At,
            held?.DecidedBy,
            [.. rules.Where(r => r is { Result: RuleResult.Hit, Mode: RuleMode.Enforce, Lifted: false }).OrderBy(r => r.Action == RuleAction.Reject ? 0 : 1)],
            held?.Reason,
            held?.Note);
    }
}
