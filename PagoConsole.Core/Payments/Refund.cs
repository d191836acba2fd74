using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Payments;

/// <summary>How far a refund has come.</summary>
public enum RefundState
{
    /// <summary>Asked for; PagoEfectivo has not confirmed it.</summary>
    Requested,

    /// <summary>The money went back.</summary>
    Done,

    /// <summary>PagoEfectivo refused it.</summary>
    Failed,

    /// <summary>Nobody knows; a person finds out. It is never sent twice.</summary>
    Unknown,
}

/// <summary>Money that is to go back to the buyer, wholly or in part.</summary>
public sealed class Refund
{
    /// <summary>Its id.</summary>
    public required string RefundId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Hundredths of the order's currency.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>The order's currency.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Why, as the marketplace or a person says.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether with it all that was received goes back, so that the order's state follows it.</summary>
    public required bool Whole { get; init; }

    /// <summary>Tells a repeat from a second refund of the same amount; null where the asker gave none.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public RefundState State { get; set; }

    /// <summary>When its fate was known.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The transaction by which a delivery of PagoEfectivo told of it (empty where it named none); null before one did.</summary>
    public string? ToldBy { get; set; }

    /// <summary>Its fate is not known yet: the money may be on its way.</summary>
    public bool IsOpen => State is RefundState.Requested or RefundState.Unknown;

    /// <summary>The money.</summary>
    public Money Amount => new(AmountMinor, Currency);
}
