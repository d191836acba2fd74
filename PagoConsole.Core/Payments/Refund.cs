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

/// <summary>The way by which money goes back.</summary>
public enum RefundRoute
{
    /// <summary>PagoEfectivo sends it.</summary>
    PagoEfectivo,

    /// <summary>Finance transfers it to the buyer's bank account.</summary>
    OutOfBand,

    /// <summary>The marketplace credits it to the buyer's account there.</summary>
    Credit,
}

/// <summary>Money that is to go back to the buyer, wholly or in part.</summary>
public sealed class Refund
{
    /// <summary>Its id.</summary>
    public required string RefundId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Hundredths of its currency.</summary>
    public required long AmountMinor { get; init; }

    /// <summary>The order's currency, or that of the money that did not fit.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Why, as the marketplace or a person says.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether with it all that was received goes back, so that the order's state follows it.</summary>
    public required bool Whole { get; init; }

    /// <summary>Tells a repeat from a second refund of the same amount; null where the asker gave none.</summary>
    public string? RequestKey { get; init; }

    /// <summary>By which way it goes.</summary>
    public RefundRoute Route { get; init; }

    /// <summary>The transaction whose money goes back; null for the money that pays the order.</summary>
    public string? OfTransaction { get; init; }

    /// <summary>The money case by which finance decided it; null where nobody had to.</summary>
    public string? CaseId { get; init; }

    /// <summary>The bank's or the marketplace's reference, for one that people carried out.</summary>
    public string? Reference { get; set; }

    /// <summary>The day on which they did, in Lima.</summary>
    public DateOnly? PaidOn { get; set; }

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
