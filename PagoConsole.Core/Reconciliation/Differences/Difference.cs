using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>How far people have come with a difference.</summary>
public enum DifferenceState
{
    /// <summary>Nobody has said anything of it.</summary>
    Open,

    /// <summary>Somebody asked PagoEfectivo, whose answer is awaited; still to be worked off.</summary>
    WaitingForPagoEfectivo,

    /// <summary>It is right as it is, and a note says why.</summary>
    Explained,

    /// <summary>It was put right, here or there, or mended itself.</summary>
    Corrected,

    /// <summary>The money is given up.</summary>
    WrittenOff,
}

/// <summary>How a difference mended itself.</summary>
public enum Mending
{
    /// <summary>A later report of the same day no longer shows it.</summary>
    ReportCaughtUp,

    /// <summary>The report of another day has the missing line.</summary>
    InOtherReport,

    /// <summary>The order here has changed since: a poll or a delivery told what was missing.</summary>
    OrderCaughtUp,

    /// <summary>Finance has settled the money case of the same money.</summary>
    MoneyCaseSettled,
}

/// <summary>
/// One fact on which orders, payments and the report of a day disagree. It is known again by day, kind and <see cref="Fact"/>: a second run
/// keeps what people have decided about it.
/// </summary>
public sealed partial class Difference
{
    /// <summary>Its id.</summary>
    public required string DifferenceId { get; init; }

    /// <summary>The business day in Lima.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What disagrees.</summary>
    public required DifferenceKind Kind { get; init; }

    /// <summary>What tells it from the others of its day and kind: ids of payment, order and transaction, and a count for identical lines.</summary>
    public required string Fact { get; init; }

    /// <summary>The order; null for a line that fits none.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payment; null where only the order is known.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The payable code.</summary>
    public string? Cip { get; init; }

    /// <summary>The transaction, as the report or the order names it.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The seller, by the report or else by the order.</summary>
    public string? SellerId { get; init; }

    /// <summary>The currency of the amounts here below: the report's, or the order's where there is no line.</summary>
    public required Currency Currency { get; set; }

    /// <summary>What it is about in money, in hundredths and never negative: the part of the amounts that disagrees, or the whole line.</summary>
    public required long AtStakeMinor { get; set; }

    /// <summary>What stands here, as a stable value: an amount such as <c>1299.90</c>, a state, a date; null for nothing.</summary>
    public string? Here { get; set; }

    /// <summary>What the report says, in the same form; null for nothing.</summary>
    public string? There { get; set; }

    /// <summary>The line's place in its report, from 1; null where there is none.</summary>
    public long? RowNumber { get; set; }

    /// <summary>The records as they stood in the last run: <c>{order, payment, received, refunds, row}</c>, each with the fields that it has (JSON).</summary>
    public required string Records { get; set; }

    /// <summary>The run that last found it.</summary>
    public required string LastRunId { get; set; }

    /// <summary>When it was first found.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>When a run last found it.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>The amount at stake.</summary>
    public Money AtStake => new(AtStakeMinor, Currency);

    /// <summary>Whether PagoEfectivo holds a buyer's money for an order that we do not have.</summary>
    public bool IsMoneyOfNoOrder => Kind == DifferenceKind.MissingLocally && There == nameof(Reports.RowStatus.Paid);

    /// <summary>The stream of its journal entries.</summary>
    public string Stream => StreamOf(DifferenceId);

    /// <summary>The journal stream of a difference.</summary>
    public static string StreamOf(string differenceId) => $"difference/{differenceId}";
}
