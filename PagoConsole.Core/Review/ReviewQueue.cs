using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>One row of the waiting list.</summary>
/// <param name="Case">The case.</param>
/// <param name="Amount">What is at stake.</param>
/// <param name="PlacedAt">When the order was placed.</param>
/// <param name="AccountId">Who buys.</param>
/// <param name="AccountCreatedAt">When that account was opened.</param>
/// <param name="Score">The points of its assessment.</param>
/// <param name="Hits">The rules that fired and count.</param>
public sealed record ReviewRow(
    ReviewCase Case, Money Amount, DateTimeOffset PlacedAt, string AccountId, DateTimeOffset AccountCreatedAt, int Score, IReadOnlyList<AssessedRule> Hits);

/// <summary>The waiting list: what ends soonest first.</summary>
public sealed class ReviewQueue(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>The most rows at once.</summary>
    public const int PageSize = 100;

    /// <summary>Reads the cases that are not closed yet.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="after">Rows to skip.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<ReviewRow>>> ReadAsync(Actor viewer, int after, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await (
            from held in db.Set<ReviewCase>().AsNoTracking()
            where held.State != ReviewState.Closed
            join order in db.Set<Order>().AsNoTracking() on held.OrderId equals order.OrderId
            join assessment in db.Set<Assessment>().AsNoTracking() on held.OrderId equals assessment.OrderId
            orderby held.HoldUntil, held.OrderId
            select new { held, order, assessment }).Skip(after).Take(PageSize).ToListAsync(ct);
        return new List<ReviewRow>(rows.Select(row => new ReviewRow(
            row.held,
            row.order.Amount,
            row.order.PlacedAt,
            row.order.AccountId,
            row.order.AccountCreatedAt,
            row.assessment.Score,
            [.. row.assessment.ReadRules().Where(r => r is { Result: RuleResult.Hit, Mode: RuleMode.Enforce })])));
    }

    /// <summary>How many wait for a decision.</summary>
    public async Task<int> CountAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ReviewCase>().CountAsync(c => c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond, ct);
    }
}
