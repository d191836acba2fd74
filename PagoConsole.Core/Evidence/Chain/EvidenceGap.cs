namespace PagoConsole.Core.Evidence.Chain;

/// <summary>A part of the way of an order.</summary>
public enum EvidenceStage
{
    /// <summary>It was placed.</summary>
    Order,

    /// <summary>The rules judged it.</summary>
    Assessment,

    /// <summary>A person decided.</summary>
    Review,

    /// <summary>Its code was made and paid.</summary>
    Payment,

    /// <summary>It was handed to a carrier.</summary>
    Shipment,

    /// <summary>It was received.</summary>
    Delivery,

    /// <summary>Money went back.</summary>
    Refund,

    /// <summary>The buyer's side disputes it.</summary>
    Dispute,

    /// <summary>The marketplace was told.</summary>
    Message,

    /// <summary>Somebody logged in, or looked at it.</summary>
    Access,
}

/// <summary>Something that a person who judges the order will miss, or that speaks against itself.</summary>
public enum GapKind
{
    /// <summary>It comes from the marketplace's history: never assessed or followed here.</summary>
    HistoryOnly,

    /// <summary>Its journal does not hold.</summary>
    JournalBroken,

    /// <summary>There is more of it than is read at once.</summary>
    CutShort,

    /// <summary>Personal data of it has been erased.</summary>
    PersonalDataErased,

    /// <summary>The order names neither a document nor a person.</summary>
    BuyerUnnamed,

    /// <summary>No login of the account is known around it.</summary>
    NoLogin,

    /// <summary>A person decided and gave neither reason nor note.</summary>
    DecisionUnexplained,

    /// <summary>Money came, and no signed message told of it: PagoEfectivo had to be asked.</summary>
    PaidWithoutMessage,

    /// <summary>Money came without PagoEfectivo's id of the transaction.</summary>
    PaidWithoutTransaction,

    /// <summary>The code was made and PagoEfectivo's request id of that is not known.</summary>
    CodeWithoutRequestId,

    /// <summary>A message of PagoEfectivo came again with other content.</summary>
    MessageContradicted,

    /// <summary>A message of PagoEfectivo could not be processed.</summary>
    MessageParked,

    /// <summary>Money waits for finance.</summary>
    MoneyUndecided,

    /// <summary>It is paid, and no shipment was told.</summary>
    PaidNotShipped,

    /// <summary>It was shipped, and the carrier's number is missing.</summary>
    ShippedWithoutTracking,

    /// <summary>It was shipped before its money had come.</summary>
    ShippedBeforePaid,

    /// <summary>It was shipped, and the order names no address.</summary>
    ShippedWithoutAddress,

    /// <summary>It is paid, and nothing proves that it was received.</summary>
    PaidNotDelivered,

    /// <summary>It was received before it was shipped.</summary>
    DeliveredBeforeShipped,

    /// <summary>It was received, and nobody is named who received it.</summary>
    ReceiverUnnamed,

    /// <summary>A refund was asked for, and PagoEfectivo has not said what became of it.</summary>
    RefundUnanswered,

    /// <summary>Money was given back outside PagoEfectivo, and neither a reference nor a proof is there.</summary>
    RefundUnproven,

    /// <summary>A message to the marketplace was never taken.</summary>
    MarketplaceNotTold,
}

/// <summary>A gap of the evidence.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Stage">Where.</param>
/// <param name="Grave">Whether a case is likely to be lost over it.</param>
/// <param name="Since">Since when; null where there is no such instant.</param>
/// <param name="About">An id, an amount or a count that belongs to it.</param>
public sealed record EvidenceGap(GapKind Kind, EvidenceStage Stage, bool Grave, DateTimeOffset? Since = null, string? About = null);

/// <summary>How a link of the chain holds.</summary>
public enum LinkState
{
    /// <summary>There is proof of it.</summary>
    Proven,

    /// <summary>There is proof, with something missing in it.</summary>
    Weak,

    /// <summary>There should be proof of it, and there is none.</summary>
    Missing,

    /// <summary>It has not happened yet.</summary>
    Pending,

    /// <summary>It was not called for.</summary>
    NotNeeded,
}

/// <summary>A link of the chain.</summary>
/// <param name="Stage">Which one.</param>
/// <param name="State">How it holds.</param>
/// <param name="At">When it happened, if it did.</param>
public sealed record EvidenceLink(EvidenceStage Stage, LinkState State, DateTimeOffset? At);
