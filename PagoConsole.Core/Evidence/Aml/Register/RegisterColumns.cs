using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Evidence.Aml.Register;

/// <summary>What an export of the register tells of an operation.</summary>
internal static class RegisterColumns
{
    public static IReadOnlyList<Column<RegisterEntry>> Of(IExportWords words) =>
    [
        new("PaidAt", CellKind.Instant, 22, e => Cell.Instant(e.At)),
        new("RegisterKind", CellKind.Text, 14, e => Cell.Of(words.Name(e.Kind))),
        new("Document", CellKind.Text, 20, e => Cell.Of(e.Name?.Document)),
        new("Name", CellKind.Text, 30, e => Cell.Of(e.Name?.Name)),
        new("DocumentHash", CellKind.Text, 36, e => Cell.Of(e.Document)),
        new("OrderId", CellKind.Text, 26, e => Cell.Of(e.OrderId)),
        new("Operation", CellKind.Text, 34, e => Cell.Of(e.OperationId)),
        new("Currency", CellKind.Text, 10, e => Cell.Of(e.Amount.Currency.Code)),
        new("Amount", CellKind.Money, 16, e => Cell.Money(e.Amount.Minor)),
        new("AmountUsd", CellKind.Money, 16, e => Cell.Money(e.InUsd.Minor)),
        new("Channel", CellKind.Text, 18, e => Cell.Of(e.Channel)),
    ];
}
