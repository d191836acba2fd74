using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Payments;

/// <summary>What PagoEfectivo says of a payment, whichever way we learn it.</summary>
/// <param name="Status">Where the payment stands.</param>
/// <param name="Amount">The money that moved, for a paid or refunded one; null where none was named.</param>
/// <param name="At">When.</param>
/// <param name="TransactionId">PagoEfectivo's id of the money; null where none was named.</param>
/// <param name="Channel">Where the buyer paid.</param>
/// <param name="Source">webhook, poll or answer.</param>
public sealed record Sighting(PaymentStatus Status, Money? Amount, DateTimeOffset? At, string? TransactionId, string? Channel, string Source)
{
    /// <summary>What an answer of PagoEfectivo shows.</summary>
    public static Sighting Of(GatewayPayment payment, string source) => new(
        payment.Status switch
        {
            GatewayPaymentStatus.Pending => PaymentStatus.Pending,
            GatewayPaymentStatus.Paid => PaymentStatus.Paid,
            GatewayPaymentStatus.Expired => PaymentStatus.Expired,
            GatewayPaymentStatus.Cancelled => PaymentStatus.Cancelled,
            GatewayPaymentStatus.Refunded => PaymentStatus.Refunded,
        },
        payment.Amount,
        payment.PaidAt,
        payment.TransactionId,
        payment.Channel,
        source);
}

/// <summary>What a sighting did.</summary>
public enum SightingVerdict
{
    /// <summary>It changed the order's state.</summary>
    Applied,

    /// <summary>It said nothing new.</summary>
    NoEffect,

    /// <summary>The amount differs from the order's: never paid by it; a money case.</summary>
    AmountDiffers,

    /// <summary>The currency differs from the order's: never paid by it; a money case.</summary>
    CurrencyDiffers,

    /// <summary>The same transaction again.</summary>
    PaidAgain,

    /// <summary>Paid by another transaction too: a money case.</summary>
    PaidTwice,

    /// <summary>Money after the order was closed.</summary>
    PaidLate,

    /// <summary>Money went back that we did not ask for.</summary>
    UnaskedRefund,
}
