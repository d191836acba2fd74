using ClosedXML.Excel;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>The first sheet: what it is about, the totals three ways in each currency, and the differences by kind.</summary>
internal sealed class SummarySheet(BookFrame frame, SheetWords words, WorkbookFacts facts)
{
    private const int FirstAmount = 5;

    private static readonly double[] Widths = [26, 22, 14, 14, 10, 14, 14, 11, 14, 14, 14, 12, 12, 14];

    /// <summary>Draws it.</summary>
    /// <param name="told">Lines above the tables: what, who, when, and the hashes of the reports.</param>
    /// <param name="sheetOf">The name of the sheet of a kind, to lead there.</param>
    public void Draw(IReadOnlyList<(string Key, Cell Value)> told, IReadOnlyDictionary<DifferenceKind, string> sheetOf)
    {
        var sheet = frame.Draw(words["Sheet_Summary"], words["Title"]);
        for (var i = 0; i < Widths.Length; i++) sheet.Column(i + 1).Width = Widths[i];
        SheetStyle.Title(sheet.Cell(1, 1).SetValue<string>(words["Title"]));
        var row = 2;
        foreach (var (key, value) in told)
        {
            SheetStyle.Label(sheet.Cell(++row, 1).SetValue<string>(words[key]));
            frame.Put(sheet.Cell(row, 2), value).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        }

        row = Totals(sheet, row + 2);
        Kinds(sheet, row + 2, sheetOf);
        sheet.SheetView.FreezeRows(1);
    }

    private int Totals(IXLWorksheet sheet, int row)
    {
        SheetStyle.Section(sheet.Cell(row, 1).SetValue<string>(words["Section_Totals"]));
        BookFrame.Head(sheet, ++row, [.. TotalColumns.Of(words).Select(column => (column.Header, column.Kind, 0d))]);
        foreach (var currency in facts.Totals.GroupBy(t => t.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal))
        {
            frame.Put(sheet.Cell(++row, 1), Cell.Of(currency.Key.Code));
            TotalColumns.Put(frame, sheet, row, TotalColumns.Sum(currency.Key, currency));
        }

        if (facts.Totals.Count == 0) sheet.Cell(++row, 1).SetValue<string>(words["NoDays"]);
        if (facts.Filter.SellerId is not null || facts.Filter.IsNarrow()) sheet.Cell(++row, 1).SetValue<string>(words["Totals_WholeDays"]);
        return row;
    }

    private void Kinds(IXLWorksheet sheet, int row, IReadOnlyDictionary<DifferenceKind, string> sheetOf)
    {
        SheetStyle.Section(sheet.Cell(row, 1).SetValue<string>(words["Section_Kinds"]));
        var currencies = facts.Counts.Select(c => c.Currency).Distinct().OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        BookFrame.Head(sheet, ++row,
        [
            (words.Column("Kind"), CellKind.Text, 0), (words.Column("Count"), CellKind.Count, 0), (words.Column("Open"), CellKind.Count, 0), (words.Column("Done"), CellKind.Count, 0),
            .. currencies.Select(currency => (words["Column_OpenIn", currency.Code], CellKind.Money, 0d)),
            .. currencies.Select(currency => (words["Column_DoneIn", currency.Code], CellKind.Money, 0d)),
        ]);
        var first = row + 1;
        foreach (var kind in facts.Counts.GroupBy(c => c.Kind).OrderBy(g => g.Key))
        {
            var name = sheet.Cell(++row, 1).SetValue<string>(words.Name(kind.Key));
            if (sheetOf.TryGetValue(kind.Key, out var target)) name.Hyperlink = new XLHyperlink($"'{target}'!A1");
            frame.Put(sheet.Cell(row, 2), Cell.Count(kind.Sum(c => (long)c.Count)));
            frame.Put(sheet.Cell(row, 3), Cell.Count(kind.Where(c => c.IsOpen).Sum(c => (long)c.Count)));
            frame.Put(sheet.Cell(row, 4), Cell.Count(kind.Where(c => !c.IsOpen).Sum(c => (long)c.Count)));
            for (var i = 0; i < currencies.Count; i++)
            {
                var own = kind.Where(c => c.Currency == currencies[i]).ToList();
                frame.Put(sheet.Cell(row, FirstAmount + i), Cell.Money(own.Where(c => c.IsOpen).Sum(c => c.AtStakeMinor)));
                frame.Put(sheet.Cell(row, FirstAmount + currencies.Count + i), Cell.Money(own.Where(c => !c.IsOpen).Sum(c => c.AtStakeMinor)));
            }
        }

        if (row < first)
        {
            sheet.Cell(row + 1, 1).SetValue<string>(words["NoDifferences"]);
            return;
        }

        sheet.Cell(row + 1, 1).SetValue<string>(words["Total"]);
        for (var column = 2; column < FirstAmount + (2 * currencies.Count); column++)
        {
            var letter = RowFormat.Letters(column - 1);
            frame.Formula(sheet.Cell(row + 1, column), $"SUM({letter}{first}:{letter}{row})", column < FirstAmount ? CellKind.Count : CellKind.Money);
        }

        SheetStyle.Total(sheet.Range(row + 1, 1, row + 1, FirstAmount - 1 + (2 * currencies.Count)));
    }
}
