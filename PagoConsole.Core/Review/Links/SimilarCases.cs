using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review.Links;

/// <summary>The past cases most like one, and how they were decided: those of the last 90 days, of which the latest 2,000 are compared.</summary>
public sealed class SimilarCases(IDbContextFactory<PagoDb> contexts, TimeProvider time)
{
    private const string ByJob = "job:";

    /// <summary>Finds them, the most alike first and of equally alike ones the latest; none if the order was never held.</summary>
    public async Task<Result<IReadOnlyList<SimilarCase>>> ReadAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = db.Set<ReviewCase>().AsNoTracking();
        var orders = db.Set<Order>().AsNoTracking();
        var own = await (from held in cases
                         where held.OrderId == orderId
                         join order in orders on held.OrderId equals order.OrderId
                         select new { held.Reasons, order }).SingleOrDefaultAsync(ct);
        if (own is null) return new List<SimilarCase>();
        var traits = CaseTraits.Of(own.Reasons, own.order.Amount, own.order.PlacedAt, own.order.AccountCreatedAt);
        var since = time.GetUtcNow() - LinkBounds.CaseWindow;
        var latest = cases.Where(c => c.State == ReviewState.Closed && c.Decision != null && c.DecidedAt >= since && c.OrderId != orderId)
            .OrderByDescending(c => c.DecidedAt).ThenBy(c => c.OrderId).Take(LinkBounds.CasesCompared);
        var (least, most) = (own.order.AmountMinor / 2, own.order.AmountMinor * 2);
        var found = await (from held in latest
                           join order in orders on held.OrderId equals order.OrderId
                           where order.Currency == own.order.Currency && order.AmountMinor >= least && order.AmountMinor <= most
                           select new Past(
                               order.OrderId, held.Decision!.Value, held.DecidedAt!.Value, held.DecidedBy, held.Reasons,
                               order.AmountMinor, order.Currency, order.PlacedAt, order.AccountCreatedAt, order.Status, order.Fraud)).ToListAsync(ct);
        return found.Select(past => Compared(past, traits)).Where(c => c.Likeness > 0)
            .OrderByDescending(c => c.Likeness).ThenByDescending(c => c.DecidedAt).ThenBy(c => c.OrderId, StringComparer.Ordinal)
            .Take(LinkBounds.CasesShown).ToList();
    }

    private static SimilarCase Compared(Past past, CaseTraits own)
    {
        var traits = CaseTraits.Of(past.Reasons, new Money(past.AmountMinor, past.Currency), past.PlacedAt, past.AccountCreatedAt);
        return new(
            past.OrderId,
            past.Decision,
            past.DecidedAt,
            past.DecidedBy?.StartsWith(ByJob, StringComparison.Ordinal) == true,
            traits,
            [.. traits.Reasons.Intersect(own.Reasons)],
            own.LikenessTo(traits),
            past.Status,
            past.Fraud);
    }

    /// <summary>The columns that matter: an order's whole row holds its decision, too.</summary>
    private sealed record Past(
        string OrderId,
        ReviewDecision Decision,
        DateTimeOffset DecidedAt,
        string? DecidedBy,
        string Reasons,
        long AmountMinor,
        Currency Currency,
        DateTimeOffset PlacedAt,
        DateTimeOffset AccountCreatedAt,
        OrderStatus Status,
        bool? Fraud);
}
