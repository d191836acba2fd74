using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Webhooks;

/// <summary>A delivery of PagoEfectivo, read; what is optional and not as the contract has it is left out.</summary>
public sealed record WebhookMessage
{
    /// <summary>Type of a delivery that tells of money that arrived.</summary>
    public const string Paid = "payment.paid";

    /// <summary>Type of a delivery that tells of a payment whose time ran out.</summary>
    public const string Expired = "payment.expired";

    /// <summary>Type of a delivery that tells of a payment that was called off.</summary>
    public const string Cancelled = "payment.cancelled";

    /// <summary>Type of a delivery that tells of money that went back.</summary>
    public const string Refunded = "payment.refunded";

    /// <summary>The longest identifier and type, in characters.</summary>
    public const int LongestName = 128;

    /// <summary>PagoEfectivo's identifier of what happened; the same on every delivery of it.</summary>
    public required string EventId { get; init; }

    /// <summary>What happened; may be a word we do not know.</summary>
    public required string Type { get; init; }

    /// <summary>The payment that it happened to.</summary>
    public required string PaymentId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>PagoEfectivo's identifier of the request, for support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The order, as PagoEfectivo has it.</summary>
    public string? OrderId { get; init; }

    /// <summary>The code that the buyer paid with.</summary>
    public string? Cip { get; init; }

    /// <summary>Where the payment stands, as a word of PagoEfectivo's.</summary>
    public string? Status { get; init; }

    /// <summary>The money that moved; always there when <see cref="Type"/> is <see cref="Paid"/>.</summary>
    public Money? Amount { get; init; }

    /// <summary>When the buyer paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Where the buyer paid.</summary>
    public string? Channel { get; init; }

    /// <summary>PagoEfectivo's identifier of the money.</summary>
    public string? TransactionId { get; init; }
}
