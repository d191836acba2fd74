using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Orders;

/// <summary>What PagoEfectivo says of a payment.</summary>
public enum PaymentStatus
{
    /// <summary>Can be paid.</summary>
    Pending,

    /// <summary>Was paid.</summary>
    Paid,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>Was called off.</summary>
    Cancelled,

    /// <summary>All of it went back.</summary>
    Refunded,
}

/// <summary>The payable code (CIP) at PagoEfectivo for an order. There is at most one for each order.</summary>
public sealed class Payment
{
    /// <summary>PagoEfectivo's id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>Whose it is.</summary>
    public required string OrderId { get; init; }

    /// <summary>The code that the buyer says at the counter.</summary>
    public required string Cip { get; init; }

    /// <summary>What stands in the QR picture.</summary>
    public string? Qr { get; init; }

    /// <summary>PagoEfectivo's own page for it.</summary>
    public string? PaymentUrl { get; init; }

    /// <summary>Hundredths of the currency unit.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>Its currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Until when it can be paid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>PagoEfectivo's id of the call that created it, to quote to support.</summary>
    public string? RequestId { get; init; }

    /// <summary>What PagoEfectivo last said of it.</summary>
    public PaymentStatus Status { get; set; }

    /// <summary>When the buyer paid.</summary>
    public DateTimeOffset? PaidAt { get; set; }

    /// <summary>Where the buyer paid, for example AGENTE-BCP.</summary>
    public string? Channel { get; set; }

    /// <summary>The transaction that settled the order.</summary>
    public string? TransactionId { get; set; }
}
