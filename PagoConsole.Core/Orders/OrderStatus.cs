namespace PagoConsole.Core.Orders;

/// <summary>Where an order stands; the names are those of the wire.</summary>
public enum OrderStatus
{
    /// <summary>Held for a person.</summary>
    InReview,

    /// <summary>Approved; a payment code is there or on its way.</summary>
    AwaitingPayment,

    /// <summary>The exact amount was received.</summary>
    Paid,

    /// <summary>The money came after the order was closed; finance decides.</summary>
    PaidLate,

    /// <summary>Handed to a carrier.</summary>
    Shipped,

    /// <summary>Received by somebody.</summary>
    Delivered,

    /// <summary>All of the money is to go back; the gateway has not confirmed it yet.</summary>
    RefundRequested,

    /// <summary>All of the money went back.</summary>
    Refunded,

    /// <summary>Not paid in time; the stock is free.</summary>
    Expired,

    /// <summary>Called off by buyer, seller or a gateway that refused it; the stock is free.</summary>
    Cancelled,

    /// <summary>Turned down by a rule or a person; the stock is free.</summary>
    Rejected,
}
