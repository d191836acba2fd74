using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>What is told of a difference.</summary>
internal static class DifferenceColumns
{
    public static IReadOnlyList<Column<DifferenceRow>> Of(IExportWords words, IWorkbookLinks links, DateTimeOffset now, bool withKind)
    {
        List<Column<DifferenceRow>> columns =
        [
            new("Day", CellKind.Date, 13, d => Cell.Date(d.Day)),
            new("OrderId", CellKind.Text, 20, d => Cell.Of(d.OrderId)),
            new("PaymentId", CellKind.Text, 24, d => Cell.Of(d.PaymentId)),
            new("Cip", CellKind.Text, 14, d => Cell.Of(d.Cip)),
            new("TransactionId", CellKind.Text, 24, d => Cell.Of(d.TransactionId)),
            new("SellerId", CellKind.Text, 14, d => Cell.Of(d.SellerId)),
            new("Currency", CellKind.Text, 9, d => Cell.Of(d.AtStake.Currency.Code)),
            new("Here", CellKind.Money, 16, d => ValueOf(d.Here, words)),
            new("There", CellKind.Money, 16, d => ValueOf(d.There, words)),
            new("AtStake", CellKind.Money, 14, d => Cell.Money(d.AtStake.Minor)),
            new("State", CellKind.Text, 22, d => Cell.Of(words.Name(d.State))),
            new("Owner", CellKind.Text, 20, d => Cell.Of(PersonOf(d.Owner))),
            new("Note", CellKind.Text, 40, d => Cell.Of(FreeWords.OfAnybody.Of(d.Note))),
            new("Age", CellKind.Count, 9, d => Cell.Count(AgeOf(d, now))),
            new("Line", CellKind.Count, 9, d => Cell.Count(d.RowNumber is { } row ? ReportRow.FileLineOf(row) : null)),
            new("Link", CellKind.Link, 10, d => Cell.Link(links.Difference(d.DifferenceId))),
        ];
        if (withKind) columns.Insert(1, new("Kind", CellKind.Text, 24, d => Cell.Of(words.Name(d.Kind))));
        return columns;
    }

    /// <summary>An actor as people call them: <c>person:NAME</c> is NAME.</summary>
    public static string? PersonOf(string? signature) =>
        signature is not null && signature.StartsWith("person:", StringComparison.Ordinal) ? signature["person:".Length..] : signature;

    /// <summary>What stands here or there: an amount and a day as such, a state in words.</summary>
    internal static Cell ValueOf(string? text, IExportWords words) => text switch
    {
        null or "" => default,
        _ when text.Contains('.') && Money.TryParse(text, Currency.Pen, out var money) => Cell.Money(money.Minor),
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Cell.Date(day),
        _ when words.Value<RowStatus>(text) is var there && there != text => Cell.Of(there),
        _ => Cell.Of(words.Value<OrderStatus>(text)),
    };

    /// <summary>For how many days of Lima it has been there, or was until it was settled.</summary>
    internal static long AgeOf(DifferenceRow difference, DateTimeOffset now) =>
        Math.Max(0, Lima.DayOf(difference.IsOpen ? now : difference.StateAt ?? now).DayNumber - Lima.DayOf(difference.FoundAt).DayNumber);
}
