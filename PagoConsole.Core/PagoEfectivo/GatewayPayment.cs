using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>Where a payment stands at PagoEfectivo.</summary>
public enum GatewayPaymentStatus
{
    /// <summary>Waiting for the buyer.</summary>
    Pending,

    /// <summary>The buyer paid.</summary>
    Paid,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>We cancelled it.</summary>
    Cancelled,

    /// <summary>The money went back.</summary>
    Refunded,
}

/// <summary>A payment as PagoEfectivo describes it.</summary>
public sealed record GatewayPayment
{
    /// <summary>PagoEfectivo's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The order it is for.</summary>
    public required string OrderId { get; init; }

    /// <summary>The code that the buyer pays with.</summary>
    public required string Cip { get; init; }

    /// <summary>Where it stands.</summary>
    public required GatewayPaymentStatus Status { get; init; }

    /// <summary>What the buyer is to pay, or paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>What the QR picture holds.</summary>
    public string? QrCode { get; init; }

    /// <summary>PagoEfectivo's page for the buyer.</summary>
    public string? PaymentUrl { get; init; }

    /// <summary>Until when it can be paid.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Where it was paid: agent, bank or wallet.</summary>
    public string? Channel { get; init; }

    /// <summary>PagoEfectivo's identifier of the money.</summary>
    public string? TransactionId { get; init; }
}
