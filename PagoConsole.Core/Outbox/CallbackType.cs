namespace PagoConsole.Core.Outbox;

/// <summary>Every message that the marketplace can get.</summary>
public enum CallbackType
{
    /// <summary><c>order.in_review</c></summary>
    InReview,

    /// <summary><c>order.approved</c></summary>
    Approved,

    /// <summary><c>order.rejected</c></summary>
    Rejected,

    /// <summary><c>order.payment_created</c></summary>
    PaymentCreated,

    /// <summary><c>order.paid</c></summary>
    Paid,

    /// <summary><c>order.expired</c>: release the stock.</summary>
    Expired,

    /// <summary><c>order.cancelled</c></summary>
    Cancelled,

    /// <summary><c>order.paid_late</c></summary>
    PaidLate,

    /// <summary><c>order.refund_requested</c></summary>
    RefundRequested,

    /// <summary><c>order.refunded</c></summary>
    Refunded,

    /// <summary><c>order.refund_failed</c></summary>
    RefundFailed,

    /// <summary><c>order.information_requested</c></summary>
    InformationRequested,

    /// <summary><c>order.review_warning</c></summary>
    ReviewWarning,
}

/// <summary>Names of messages on the wire.</summary>
public static class CallbackTypes
{
    /// <summary>The name of a message, for example <c>order.paid</c>.</summary>
    public static string ToWire(this CallbackType type) => type switch
    {
        CallbackType.InReview => "order.in_review",
        CallbackType.Approved => "order.approved",
        CallbackType.Rejected => "order.rejected",
        CallbackType.PaymentCreated => "order.payment_created",
        CallbackType.Paid => "order.paid",
        CallbackType.Expired => "order.expired",
        CallbackType.Cancelled => "order.cancelled",
        CallbackType.PaidLate => "order.paid_late",
        CallbackType.RefundRequested => "order.refund_requested",
        CallbackType.Refunded => "order.refunded",
        CallbackType.RefundFailed => "order.refund_failed",
        CallbackType.InformationRequested => "order.information_requested",
        CallbackType.ReviewWarning => "order.review_warning",
    };
}
