using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Payments;

/// <summary>What the money seen for an order comes to.</summary>
/// <param name="Status">The state that it brings the order to; null leaves it.</param>
/// <param name="SettledBy">The movement that settles the order, if one does.</param>
/// <param name="Cases">What finance must look at.</param>
public sealed record SettlementVerdict(OrderStatus? Status, MoneyMovement? SettledBy, IReadOnlyList<(MoneyMovement Movement, MoneyCaseKind Kind)> Cases);

/// <summary>
/// Turns movements into a state: pure, and independent of the order in which they were seen. Only money of exactly the order's amount and
/// currency settles it; everything else is a case for a person.
/// </summary>
public static class Settlement
{
    /// <summary>Looks at all payments seen for an order.</summary>
    /// <param name="status">Where the order stands.</param>
    /// <param name="price">What the buyer was to pay.</param>
    /// <param name="settledBy">The transaction that settled it already, if one has.</param>
    /// <param name="movements">All movements of the order's payment.</param>
    public static SettlementVerdict Of(OrderStatus status, Money price, string? settledBy, IEnumerable<MoneyMovement> movements)
    {
        var payments = movements.Where(m => m.Kind == MovementKind.Payment).OrderBy(m => m.At).ThenBy(m => m.TransactionId, StringComparer.Ordinal).ToList();
        var exact = payments.Where(m => m.Amount == price).ToList();
        var settling = exact.FirstOrDefault(m => m.TransactionId == settledBy) ?? (settledBy is null ? exact.FirstOrDefault() : null);
        var cases = payments.Where(m => m != settling).Select(m => (m, KindOf(m, price))).ToList();
        var next = settling is null ? null : After(status);
        if (next == OrderStatus.PaidLate) cases.Add((settling!, MoneyCaseKind.Late));
        return new(next, settling, cases);
    }

    private static MoneyCaseKind KindOf(MoneyMovement movement, Money price)
    {
        if (movement.Currency != price.Currency) return MoneyCaseKind.ForeignCurrency;
        if (movement.AmountMinor == price.Minor) return MoneyCaseKind.PaidTwice;
        return movement.AmountMinor < price.Minor ? MoneyCaseKind.Short : MoneyCaseKind.Over;
    }

    private static OrderStatus? After(OrderStatus status) => status switch
    {
        OrderStatus.AwaitingPayment => OrderStatus.Paid,
        OrderStatus.Expired or OrderStatus.Cancelled or OrderStatus.Rejected => OrderStatus.PaidLate,
        OrderStatus.InReview or OrderStatus.Paid or OrderStatus.PaidLate or OrderStatus.Shipped or OrderStatus.Delivered
            or OrderStatus.RefundRequested or OrderStatus.Refunded => null,
    };
}
