using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Finds the refund here for each line of money that went back: by its transaction, else one of the day of that amount, else any of that amount, else any of the day, else any that no line has taken.</summary>
internal sealed class RefundRows
{
    private readonly Dictionary<string, HashSet<int>> taken = [];

    /// <summary>The refund of which a line tells; null where none is left.</summary>
    public Money? Take(LocalOrder order, ReportRow row, MatchRules rules)
    {
        if (!taken.TryGetValue(order.OrderId, out var used)) taken[order.OrderId] = used = [];
        var refunds = Of(order);
        var places = Enumerable.Range(0, refunds.Count).Where(place => !used.Contains(place)).ToList();
        if (places.Count == 0) return null;
        var money = new Money(Math.Abs(row.AmountMinor), row.Currency);
        var place = places.OrderByDescending(p => row.TransactionId.Length > 0 && refunds[p].TransactionId == row.TransactionId)
            .ThenByDescending(p => refunds[p].Amount == money).ThenByDescending(p => rules.Holds(refunds[p].At)).First();
        used.Add(place);
        return refunds[place].Amount;
    }

    /// <summary>The refunds of a day that no line told of.</summary>
    public IEnumerable<LocalRefund> Missing(LocalOrder order, MatchRules rules)
    {
        var used = taken.GetValueOrDefault(order.OrderId);
        return Of(order).Where((refund, place) => rules.Holds(refund.At) && used?.Contains(place) != true);
    }

    // The history tells no day of a refund: it counts for the day of the payment.
    private static IReadOnlyList<LocalRefund> Of(LocalOrder order) =>
        order is { RefundedInHistory: true, Refunds.Count: 0, PaidAt: { } at } ? [new LocalRefund("", order.Amount, at)] : order.Refunds;
}
