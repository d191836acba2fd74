using PagoConsole.Core.Orders;

namespace PagoConsole.BuyerPage;

/// <summary>What a buyer is to know; the resource has a title and what happens next for each.</summary>
public enum BuyerState
{
    /// <summary>The code is being made.</summary>
    Wait,

    /// <summary>Somebody looks at the order first.</summary>
    Review,

    /// <summary>The code can be paid.</summary>
    Pay,

    /// <summary>The time has run out; whether it was paid is being found out.</summary>
    Closing,

    /// <summary>It is paid.</summary>
    Paid,

    /// <summary>The money came too late.</summary>
    Late,

    /// <summary>The money is on its way back.</summary>
    Refund,

    /// <summary>The money went back.</summary>
    Refunded,

    /// <summary>It was not paid in time.</summary>
    Expired,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>It was not accepted.</summary>
    Rejected,

    /// <summary>There is no such address.</summary>
    Unknown,

    /// <summary>Too many unknown addresses were asked for from where they are.</summary>
    TooMany,
}

internal static class BuyerStates
{
    /// <summary>The state at an instant: a code whose time is over must not be paid, whether or not we have closed the order yet.</summary>
    public static BuyerState StateAt(this BuyerOrder order, DateTimeOffset now) => order.Status switch
    {
        OrderStatus.InReview => BuyerState.Review,
        OrderStatus.AwaitingPayment when order.Cip is null => BuyerState.Wait,
        OrderStatus.AwaitingPayment => order.ExpiresAt > now ? BuyerState.Pay : BuyerState.Closing,
        OrderStatus.Paid or OrderStatus.Shipped or OrderStatus.Delivered => BuyerState.Paid,
        OrderStatus.PaidLate => BuyerState.Late,
        OrderStatus.RefundRequested => BuyerState.Refund,
        OrderStatus.Refunded => BuyerState.Refunded,
        OrderStatus.Expired => BuyerState.Expired,
        OrderStatus.Cancelled => BuyerState.Cancelled,
        OrderStatus.Rejected => BuyerState.Rejected,
    };
}
