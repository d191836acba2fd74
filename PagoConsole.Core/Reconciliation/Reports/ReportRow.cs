using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>What a report says of a payment.</summary>
public enum RowStatus
{
    /// <summary>Money came in.</summary>
    Paid,

    /// <summary>Money went back.</summary>
    Refunded,

    /// <summary>Can still be paid.</summary>
    Pending,

    /// <summary>Ran out unpaid.</summary>
    Expired,

    /// <summary>Was called off.</summary>
    Cancelled,
}

/// <summary>One line of a report, read.</summary>
/// <param name="Number">Its place, from 1, without the header.</param>
/// <param name="PaymentId">PagoEfectivo's id of the payment.</param>
/// <param name="OrderId">The marketplace's id of the order, as PagoEfectivo knows it.</param>
/// <param name="Cip">The payable code.</param>
/// <param name="Status">What it says.</param>
/// <param name="Currency">The currency of all its amounts.</param>
/// <param name="AmountMinor">What moved, in hundredths; for money that went back as PagoEfectivo writes it.</param>
/// <param name="FeeMinor">PagoEfectivo's commission, in hundredths.</param>
/// <param name="FeeTaxMinor">The tax on it, in hundredths.</param>
/// <param name="NetMinor">What is settled for it, in hundredths.</param>
/// <param name="Channel">Where it was paid; null where the report is silent.</param>
/// <param name="PaidAt">When it moved; null where nothing did.</param>
/// <param name="SettlementDate">When it is settled; null where the report is silent.</param>
/// <param name="TransactionId">PagoEfectivo's id of the money; empty where it names none.</param>
/// <param name="SellerId">Whose sale it was; null where the report is silent.</param>
public sealed record ReportRow(
    long Number, string PaymentId, string OrderId, string Cip, RowStatus Status, Currency Currency, long AmountMinor, long FeeMinor, long FeeTaxMinor,
    long NetMinor, string? Channel, DateTimeOffset? PaidAt, DateOnly? SettlementDate, string TransactionId, string? SellerId)
{
    /// <summary>Its line in the file, the header being 1.</summary>
    public long FileLine => FileLineOf(Number);

    /// <summary>The line of the file on which a row stands; a line break within a quoted field, which no report is known to have, is not counted.</summary>
    public static long FileLineOf(long number) => number + 1;
}
