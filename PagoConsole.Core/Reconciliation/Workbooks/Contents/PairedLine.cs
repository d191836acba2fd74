using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>By what a line found its order.</summary>
internal enum Pairing
{
    None,
    ByPayment,
    ByOrder,
}

/// <summary>What we know of the order of a line; nothing personal.</summary>
internal sealed record OwnOrder(string OrderId, long AmountMinor, Currency Currency, OrderStatus Status, DateTimeOffset? PaidAt);

/// <summary>A line of a report beside our order.</summary>
internal sealed record PairedLine(DateOnly Day, ReportRow Row, OwnOrder? Order, Pairing Pairing, IReadOnlyList<DifferenceKind> Differences);
