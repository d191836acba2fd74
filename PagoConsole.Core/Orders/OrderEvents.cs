namespace PagoConsole.Core.Orders;

/// <summary>Kinds of journal entries about an order; the host has words for each in three languages.</summary>
public static class OrderEvents
{
    /// <summary>It was taken in and assessed.</summary>
    public const string Placed = "order.placed";

    /// <summary>It waits for a person.</summary>
    public const string Held = "order.held";

    /// <summary>It may be paid.</summary>
    public const string Approved = "order.approved";

    /// <summary>It was turned down.</summary>
    public const string Rejected = "order.rejected";

    /// <summary>Its payable code is there.</summary>
    public const string PaymentCreated = "payment.created";

    /// <summary>PagoEfectivo could not be reached; the code is made when it answers again.</summary>
    public const string PaymentDelayed = "payment.delayed";

    /// <summary>Its exact amount was received.</summary>
    public const string Paid = "order.paid";

    /// <summary>Its amount was received after it was closed.</summary>
    public const string PaidLate = "order.paid_late";

    /// <summary>Money came that does not simply settle it.</summary>
    public const string MoneyCaseOpened = "money.case_opened";

    /// <summary>Such a case was settled by finance.</summary>
    public const string MoneyCaseSettled = "money.case_settled";

    /// <summary>Part of the money went back.</summary>
    public const string PartlyRefunded = "money.partly_refunded";

    /// <summary>It was handed to a carrier.</summary>
    public const string Shipped = "order.shipped";

    /// <summary>It was received.</summary>
    public const string Delivered = "order.delivered";

    /// <summary>A shipment or delivery was told after the refund: kept as evidence only.</summary>
    public const string EvidenceKept = "order.evidence_kept";

    /// <summary>Its money is to go back.</summary>
    public const string RefundRequested = "order.refund_requested";

    /// <summary>Part of its money is to go back.</summary>
    public const string PartialRefundRequested = "refund.partial_requested";

    /// <summary>All of its money went back.</summary>
    public const string Refunded = "order.refunded";

    /// <summary>A refund failed.</summary>
    public const string RefundFailed = "order.refund_failed";

    /// <summary>A part refund failed.</summary>
    public const string PartialRefundFailed = "refund.partial_failed";

    /// <summary>Nobody knows whether a refund was carried out.</summary>
    public const string RefundUnknown = "refund.unknown";

    /// <summary>Its time ran out.</summary>
    public const string Expired = "order.expired";

    /// <summary>It was called off.</summary>
    public const string Cancelled = "order.cancelled";

    /// <summary>Its code was called off at PagoEfectivo.</summary>
    public const string PaymentCancelled = "payment.cancelled";

    /// <summary>The buyer's side disputes it.</summary>
    public const string Disputed = "order.disputed";

    /// <summary>It was labelled as fraud or as good.</summary>
    public const string Labelled = "order.labelled";

    /// <summary>The marketplace answered a question.</summary>
    public const string InformationReceived = "review.information_received";

    /// <summary>A delivery from PagoEfectivo was processed.</summary>
    public const string WebhookProcessed = "webhook.processed";

    /// <summary>Its payable code was found paid by asking, before any delivery said so.</summary>
    public const string MissedWebhook = "payment.missed_webhook";

    /// <summary>Somebody looked at personal data.</summary>
    public const string Unmasked = "order.unmasked";

    /// <summary>Its term is over and its personal data was erased: <c>{run, upTo}</c>.</summary>
    public const string PersonalDataErased = "personal_data.erased";

    /// <summary>It was put under a legal hold.</summary>
    public const string HoldPlaced = "hold.placed";

    /// <summary>A legal hold on it was lifted.</summary>
    public const string HoldLifted = "hold.lifted";

    /// <summary>Somebody made a pack of its evidence.</summary>
    public const string PackMade = "evidence.pack_made";

    /// <summary>Somebody looked at one of its deliveries as it came.</summary>
    public const string DeliveryUnmasked = "delivery.unmasked";
}
