using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>The days: their money three ways, and a table of differences by day and kind that a chart can be drawn from as it is.</summary>
internal sealed class DaySheets(BookFrame frame, SheetWords words, WorkbookFacts facts, IWorkbookLinks links)
{
    /// <summary>One row a day and currency.</summary>
    public void DrawTotals()
    {
        var sheet = frame.Draw(words["Sheet_Days"], words["Section_Days"]);
        var totals = TotalColumns.Of(words);
        (string Header, CellKind Kind, double Width)[] columns =
        [
            (words.Column("Day"), CellKind.Date, 14), .. totals.Select(column => (column.Header, column.Kind, column.Kind == CellKind.Text ? 9 : 16d)),
            (words.Column("DayState"), CellKind.Text, 18), (words.Column("ReportSha256"), CellKind.Text, 68), (words.Column("Link"), CellKind.Link, 10),
        ];
        BookFrame.Head(sheet, 1, columns);
        var (row, last) = (1, 3 + TotalColumns.Count);
        foreach (var total in facts.Totals)
        {
            frame.Put(sheet.Cell(++row, 1), Cell.Date(total.Day));
            frame.Put(sheet.Cell(row, 2), Cell.Of(total.Currency.Code));
            TotalColumns.Put(frame, sheet, row, total, shift: 1);
            var day = facts.Days.FirstOrDefault(d => d.Day == total.Day);
            frame.Put(sheet.Cell(row, last), day is null ? default : Cell.Of(words.Name(day.State)));
            frame.Put(sheet.Cell(row, last + 1), Cell.Of(HashOf(day)));
            frame.Put(sheet.Cell(row, last + 2), Cell.Link(links.Day(total.Day)));
        }

        Finish(sheet, row, last + 2);
        BookFrame.Widen(sheet, [.. columns.Select(column => column.Width)]);
    }

    /// <summary>One row a day, one column a kind that occurs: how many.</summary>
    public void DrawKinds()
    {
        var kinds = facts.Counts.Select(c => c.Kind).Distinct().Order().ToList();
        if (kinds.Count == 0) return;
        var sheet = frame.Draw(words["Sheet_Chart"], words["Section_Chart"]);
        BookFrame.Head(sheet, 1, [(words.Column("Day"), CellKind.Date, 14), .. kinds.Select(kind => (words.Name(kind), CellKind.Count, 16d)), (words["Total"], CellKind.Count, 12)]);
        var counts = facts.Counts.ToLookup(c => c.Day);
        var row = 1;
        foreach (var day in facts.Days.Select(d => d.Day).Union(facts.Counts.Select(c => c.Day)).Order())
        {
            frame.Put(sheet.Cell(++row, 1), Cell.Date(day));
            for (var i = 0; i < kinds.Count; i++) frame.Put(sheet.Cell(row, 2 + i), Cell.Count(counts[day].Where(c => c.Kind == kinds[i]).Sum(c => (long)c.Count)));
            frame.Formula(sheet.Cell(row, 2 + kinds.Count), FormattableString.Invariant($"SUM(B{row}:{RowFormat.Letters(kinds.Count)}{row})"), CellKind.Count);
        }

        Finish(sheet, row, 2 + kinds.Count);
    }

    /// <summary>The hash of the report that a day was matched against, as text.</summary>
    public string? HashOf(ReconciledDay? day) =>
        day?.ReportId is { } id && facts.Reports.TryGetValue(id, out var report) && report.Sha256.Length > 0 ? Convert.ToHexStringLower(report.Sha256) : null;

    private static void Finish(ClosedXML.Excel.IXLWorksheet sheet, int lastRow, int lastColumn)
    {
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, lastRow, lastColumn).SetAutoFilter();
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }
}
