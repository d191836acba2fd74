using System.Collections.Frozen;

namespace PagoConsole.Core.Orders;

/// <summary>The one machine of order states: what is not in this table is not possible, whoever asks and in whatever order messages come.</summary>
public static class OrderTransitions
{
    private static readonly FrozenSet<(OrderStatus From, OrderStatus To)> Allowed = new (OrderStatus, OrderStatus)[]
    {
        (OrderStatus.InReview, OrderStatus.AwaitingPayment),
        (OrderStatus.InReview, OrderStatus.Rejected),
        (OrderStatus.InReview, OrderStatus.Cancelled),
        (OrderStatus.AwaitingPayment, OrderStatus.Paid),
        (OrderStatus.AwaitingPayment, OrderStatus.Expired),
        (OrderStatus.AwaitingPayment, OrderStatus.Cancelled),

        // Money that arrives after we closed.
        (OrderStatus.Expired, OrderStatus.PaidLate),
        (OrderStatus.Cancelled, OrderStatus.PaidLate),
        (OrderStatus.Rejected, OrderStatus.PaidLate),

        // Finance reinstates late money, or accepts money that did not fit.
        (OrderStatus.PaidLate, OrderStatus.Paid),
        (OrderStatus.Expired, OrderStatus.Paid),
        (OrderStatus.Cancelled, OrderStatus.Paid),

        (OrderStatus.Paid, OrderStatus.Shipped),
        (OrderStatus.Shipped, OrderStatus.Delivered),

        (OrderStatus.Paid, OrderStatus.RefundRequested),
        (OrderStatus.Shipped, OrderStatus.RefundRequested),
        (OrderStatus.Delivered, OrderStatus.RefundRequested),
        (OrderStatus.PaidLate, OrderStatus.RefundRequested),

        // A refund that fails leads back to where the order stood.
        (OrderStatus.RefundRequested, OrderStatus.Paid),
        (OrderStatus.RefundRequested, OrderStatus.Shipped),
        (OrderStatus.RefundRequested, OrderStatus.Delivered),
        (OrderStatus.RefundRequested, OrderStatus.PaidLate),

        // A refund that succeeds, ours or one that we did not ask for.
        (OrderStatus.RefundRequested, OrderStatus.Refunded),
        (OrderStatus.Paid, OrderStatus.Refunded),
        (OrderStatus.Shipped, OrderStatus.Refunded),
        (OrderStatus.Delivered, OrderStatus.Refunded),
        (OrderStatus.PaidLate, OrderStatus.Refunded),
    }.ToFrozenSet();

    /// <summary>Whether an order may go from one state to the other.</summary>
    public static bool May(OrderStatus from, OrderStatus to) => Allowed.Contains((from, to));

    /// <summary>Whether the order holds money that was received and not wholly given back.</summary>
    public static bool HasMoney(this OrderStatus status) => status switch
    {
        OrderStatus.Paid or OrderStatus.PaidLate or OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.RefundRequested => true,
        OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.Refunded or OrderStatus.Expired or OrderStatus.Cancelled
            or OrderStatus.Rejected => false,
    };
}
