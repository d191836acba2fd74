using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>What is told of a line of a report and of our order beside it.</summary>
internal static class LineColumns
{
    public static IReadOnlyList<Column<PairedLine>> Of(IExportWords words, IWorkbookLinks links) =>
    [
        new("Day", CellKind.Date, 13, l => Cell.Date(l.Day)),
        new("Line", CellKind.Count, 9, l => Cell.Count(l.Row.FileLine)),
        new("OrderId", CellKind.Text, 20, l => Cell.Of(l.Row.OrderId)),
        new("PaymentId", CellKind.Text, 24, l => Cell.Of(l.Row.PaymentId)),
        new("Cip", CellKind.Text, 14, l => Cell.Of(l.Row.Cip)),
        new("TransactionId", CellKind.Text, 24, l => Cell.Of(l.Row.TransactionId)),
        new("SellerId", CellKind.Text, 14, l => Cell.Of(l.Row.SellerId)),
        new("Channel", CellKind.Text, 18, l => Cell.Of(l.Row.Channel)),
        new("RowStatus", CellKind.Text, 13, l => Cell.Of(words.Name(l.Row.Status))),
        new("PaidAt", CellKind.Instant, 22, l => Cell.Instant(l.Row.PaidAt)),
        new("SettlementDate", CellKind.Date, 14, l => Cell.Date(l.Row.SettlementDate)),
        new("Currency", CellKind.Text, 9, l => Cell.Of(l.Row.Currency.Code)),
        new("Amount", CellKind.Money, 14, l => Cell.Money(l.Row.AmountMinor)),
        new("Fee", CellKind.Money, 12, l => Cell.Money(l.Row.FeeMinor)),
        new("FeeTax", CellKind.Money, 12, l => Cell.Money(l.Row.FeeTaxMinor)),
        new("Net", CellKind.Money, 14, l => Cell.Money(l.Row.NetMinor)),
        new("Pairing", CellKind.Text, 14, l => Cell.Of(words.Name(l.Pairing))),
        new("OwnOrderId", CellKind.Text, 20, l => Cell.Of(l.Order?.OrderId)),
        new("OwnStatus", CellKind.Text, 18, l => l.Order is { } order ? Cell.Of(words.Name(order.Status)) : default),
        new("OwnCurrency", CellKind.Text, 9, l => Cell.Of(l.Order?.Currency.Code)),
        new("OwnAmount", CellKind.Money, 14, l => Cell.Money(l.Order?.AmountMinor)),
        new("OwnPaidAt", CellKind.Instant, 22, l => Cell.Instant(l.Order?.PaidAt)),
        new("Differences", CellKind.Text, 30, l => l.Differences.Count == 0 ? default : Cell.Of(string.Join("; ", l.Differences.Select(words.Name)))),
        new("CountedAmount", CellKind.Money, 14, l => l.Row.Status == RowStatus.Paid ? Cell.Money(l.Row.AmountMinor) : default),
        new("Link", CellKind.Link, 10, l => l.Order is { } order ? Cell.Link(links.Order(order.OrderId)) : default),
    ];
}
