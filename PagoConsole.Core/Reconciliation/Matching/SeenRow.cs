using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>A line of the report, with all that is known about it when it is compared.</summary>
/// <param name="Row">The line.</param>
/// <param name="Local">Its order; null where no order fits.</param>
internal sealed record SeenRow(ReportRow Row, LocalOrder? Local)
{
    /// <summary>An earlier line of the report is identical.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>An earlier line of the report tells of the same order, by the same transaction as far as either names one.</summary>
    public bool IsFurther { get; init; }

    /// <summary>The payment was made by another transaction already.</summary>
    public bool IsOtherTransaction { get; init; }

    /// <summary>Some order has its seller; also where it names none.</summary>
    public bool SellerIsKnown { get; init; } = true;

    /// <summary>The settlement date of which an earlier pull told, where that was another one.</summary>
    public DateOnly? SettledBefore { get; init; }

    /// <summary>The refund here that it tells of, for money that went back; null where there is none.</summary>
    public Money? Refund { get; init; }
}
