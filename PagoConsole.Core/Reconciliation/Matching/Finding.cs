using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Matching;

/// <summary>One fact on which order and report disagree, as one run finds it.</summary>
/// <param name="Kind">What disagrees.</param>
/// <param name="Fact">What tells it from others of its kind that day.</param>
/// <param name="AtStake">The part of the money that disagrees, or the whole line; never negative.</param>
/// <param name="Here">What stands here.</param>
/// <param name="There">What the report says.</param>
/// <param name="Local">The order; null where there is none.</param>
/// <param name="Row">The line; null where there is none.</param>
internal sealed record Finding(DifferenceKind Kind, string Fact, Money AtStake, string? Here, string? There, LocalOrder? Local, ReportRow? Row)
{
    /// <summary>The payment that it is about.</summary>
    public string? PaymentId => Row is { PaymentId.Length: > 0 } row ? row.PaymentId : Local?.PaymentId;

    /// <summary>The transaction that it is about.</summary>
    public string? TransactionId => Row is { TransactionId.Length: > 0 } row ? row.TransactionId : Local?.TransactionId;
}
