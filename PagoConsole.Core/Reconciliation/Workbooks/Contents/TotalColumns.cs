using ClosedXML.Excel;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>The money of a day or of several, three ways, as columns; the first column is the caller's.</summary>
internal static class TotalColumns
{
    private const int First = 2;

    private static readonly (string Key, CellKind Kind)[] Keys =
    [
        ("Orders", CellKind.Count), ("OrdersAmount", CellKind.Money), ("Received", CellKind.Money), ("Rows", CellKind.Count), ("ReportAmount", CellKind.Money),
        ("ReportLess", CellKind.Money), ("RefundRows", CellKind.Count), ("RefundsThere", CellKind.Money), ("RefundsHere", CellKind.Money),
        ("RefundsLess", CellKind.Money), ("Fee", CellKind.Money), ("FeeTax", CellKind.Money), ("Net", CellKind.Money),
    ];

    public static IReadOnlyList<(string Header, CellKind Kind)> Of(SheetWords words) =>
        [(words.Column("Currency"), CellKind.Text), .. Keys.Select(column => (words.Column(column.Key), column.Kind))];

    public static int Count => Keys.Length;

    /// <summary>Writes the figures that the screen shows; what is less is worked out, so that it can be followed.</summary>
    public static void Put(BookFrame frame, IXLWorksheet sheet, int row, DayTotal total, int shift = 0)
    {
        Cell?[] cells =
        [
            Cell.Count(total.Orders), Cell.Money(total.OrdersMinor), Cell.Money(total.ReceivedMinor), Cell.Count(total.Rows), Cell.Money(total.ReportMinor), null,
            Cell.Count(total.RefundRows), Cell.Money(total.RefundMinor), Cell.Money(total.RefundedHereMinor), null,
            Cell.Money(total.FeeMinor), Cell.Money(total.FeeTaxMinor), Cell.Money(total.NetMinor),
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            var at = sheet.Cell(row, First + shift + i);
            if (cells[i] is { } value) frame.Put(at, value);
            else if (i == 5) frame.Formula(at, Less(row, shift + 4, shift + 1), CellKind.Money);
            else frame.Formula(at, Less(row, shift + 7, shift + 8), CellKind.Money);
        }
    }

    /// <summary>The totals of several days of one currency together.</summary>
    public static DayTotal Sum(Currency currency, IEnumerable<DayTotal> days) => days.Aggregate(
        new DayTotal { Day = DateOnly.MinValue, Currency = currency },
        (sum, day) =>
        {
            (sum.Orders, sum.OrdersMinor, sum.ReceivedMinor) = (sum.Orders + day.Orders, sum.OrdersMinor + day.OrdersMinor, sum.ReceivedMinor + day.ReceivedMinor);
            (sum.Rows, sum.ReportMinor) = (sum.Rows + day.Rows, sum.ReportMinor + day.ReportMinor);
            (sum.RefundRows, sum.RefundMinor) = (sum.RefundRows + day.RefundRows, sum.RefundMinor + day.RefundMinor);
            (sum.RefundedHereMinor, sum.FeeMinor) = (sum.RefundedHereMinor + day.RefundedHereMinor, sum.FeeMinor + day.FeeMinor);
            (sum.FeeTaxMinor, sum.NetMinor) = (sum.FeeTaxMinor + day.FeeTaxMinor, sum.NetMinor + day.NetMinor);
            return sum;
        });

    // Rounded, because a spreadsheet reckons in binary: 0.1 + 0.2 is not quite 0.3 there.
    private static string Less(int row, int of, int less) =>
        FormattableString.Invariant($"ROUND({RowFormat.Letters(First - 1 + of)}{row}-{RowFormat.Letters(First - 1 + less)}{row},2)");
}
