namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>On what orders, payments and report disagree. The wire name of each is its own in snake case: <c>missing_in_report</c>.</summary>
public enum DifferenceKind
{
    /// <summary>Paid here that day; the report has no line of it.</summary>
    MissingInReport,

    /// <summary>The report has it; no order here has this payment or this id.</summary>
    MissingLocally,

    /// <summary>The line's currency is not the order's; amounts are then not compared.</summary>
    CurrencyMismatch,

    /// <summary>The line's amount is not the order's, or not that of the refund.</summary>
    AmountMismatch,

    /// <summary>The line's status does not fit the order's state.</summary>
    StatusMismatch,

    /// <summary>Each further line that is identical to an earlier one.</summary>
    DuplicateLine,

    /// <summary>Each further transaction by which the same payment was paid.</summary>
    PaidTwice,

    /// <summary>The line's money moved on another day than the report's.</summary>
    WrongDay,

    /// <summary>The line names a seller that no order has.</summary>
    UnknownSeller,

    /// <summary>Commission or tax are not what the fee schedule says; only where one is configured.</summary>
    FeeMismatch,

    /// <summary>Net is not amount less commission and tax.</summary>
    NetMismatch,

    /// <summary>Settled later than agreed.</summary>
    SettlementLate,

    /// <summary>Settled on another day than an earlier pull of this report said.</summary>
    SettlementChanged,

    /// <summary>Refunded here that day; the report has no line of it.</summary>
    RefundMissing,

    /// <summary>Paid there, although risk rejected the order here; instead of <see cref="StatusMismatch"/>.</summary>
    SettledButRejected,
}
