using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>Money that went back by our own records.</summary>
/// <param name="TransactionId">The transaction, or our refund's id; empty where neither is known.</param>
/// <param name="Amount">What went back.</param>
/// <param name="At">When.</param>
internal sealed record LocalRefund(string TransactionId, Money Amount, DateTimeOffset At);

/// <summary>All that a comparison needs of an order of ours.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Amount">What it was placed for.</param>
/// <param name="SellerId">Who sells it.</param>
/// <param name="Imported">Whether it comes from the marketplace's history.</param>
/// <param name="PaymentId">Its payment; null where it has none.</param>
/// <param name="Cip">The payable code.</param>
/// <param name="PaymentStatus">What PagoEfectivo last said of the payment.</param>
/// <param name="TransactionId">The transaction that settled it; null where none did or none was named.</param>
/// <param name="PaidAt">When it was paid.</param>
/// <param name="Channel">Where it was paid.</param>
/// <param name="Received">All money that came for it, by our own records.</param>
/// <param name="Refunds">All money that PagoEfectivo sent back.</param>
internal sealed record LocalOrder(
    string OrderId, OrderStatus Status, Money Amount, string? SellerId, bool Imported, string? PaymentId, string? Cip, PaymentStatus? PaymentStatus,
    string? TransactionId, DateTimeOffset? PaidAt, string? Channel, IReadOnlyList<Money> Received, IReadOnlyList<LocalRefund> Refunds)
{
    /// <summary>Whether all of its money went back as far as the history tells; when, it does not tell.</summary>
    public bool RefundedInHistory => Imported && Status == OrderStatus.Refunded;
}
