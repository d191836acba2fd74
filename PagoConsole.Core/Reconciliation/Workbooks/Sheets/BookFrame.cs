using ClosedXML.Excel;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>What is the same on every sheet: its name, print set-up, and the header of those that are filled with rows.</summary>
/// <param name="book">The workbook.</param>
/// <param name="words">The language.</param>
/// <param name="period">The days it is about, for the print header.</param>
/// <param name="made">By whom and when, for the print footer.</param>
internal sealed class BookFrame(XLWorkbook book, SheetWords words, string period, string made)
{
    private const int LongestName = 31;

    /// <summary>Characters beside each other that can still be read on a printed page.</summary>
    private const double WidestPage = 210;

    /// <summary>Columns that are printed on each page of a wide table.</summary>
    private const int FirstColumns = 2;

    private const double LineHeight = 15;
    private static readonly char[] NotInNames = ['[', ']', ':', '*', '?', '/', '\\', '\''];

    private readonly SheetStyle style = new(words.Culture);

    /// <summary>Adds a sheet that is drawn cell by cell.</summary>
    public IXLWorksheet Draw(string name, string title)
    {
        var sheet = book.AddWorksheet(NameOf(name));
        Print(sheet, title);
        return sheet;
    }

    /// <summary>Adds a sheet, and further ones of the same shape if it needs them, whose rows come later.</summary>
    /// <returns>Their places in the workbook, counted from 0.</returns>
    public IReadOnlyList<int> Prepare(ISheet rows, int most)
    {
        var places = new List<int>();
        for (var part = 1; part == 1 || (part - 1L) * most < rows.Expected; part++)
        {
            places.Add(book.Worksheets.Count);
            var sheet = Draw(part == 1 ? rows.Name : $"{rows.Name} {part}", rows.Title);
            Head(sheet, 1, rows.Shape);
            Sample(sheet.Row(2));
            sheet.SheetView.FreezeRows(1);
            sheet.Range(1, 1, 2, rows.Shape.Count).SetAutoFilter();
            sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
            Widen(sheet, [.. rows.Shape.Select(column => column.Width)]);
        }

        return places;
    }

    /// <summary>
    /// Lets a table that is too wide to be read on one page's width run over several, side by side in reading order, each with its first columns.
    /// </summary>
    public static void Widen(IXLWorksheet sheet, IReadOnlyList<double> widths)
    {
        var pages = (int)Math.Ceiling(widths.Sum() / WidestPage);
        if (pages < 2) return;
        sheet.PageSetup.FitToPages(pages, 0);
        sheet.PageSetup.PageOrder = XLPageOrderValues.OverThenDown;
        sheet.PageSetup.SetColumnsToRepeatAtLeft(1, FirstColumns);
    }

    /// <summary>Writes the header of a table and makes its columns wide enough.</summary>
    public static void Head(IXLWorksheet sheet, int row, IReadOnlyList<(string Header, CellKind Kind, double Width)> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = sheet.Cell(row, i + 1).SetValue<string>(columns[i].Header);
            SheetStyle.Header(cell, columns[i].Kind);
            var column = sheet.Column(i + 1);
            if (column.Width < columns[i].Width || row == 1) column.Width = columns[i].Width;
        }

        sheet.Row(row).Height = LineHeight * Math.Max(2, columns.Select((column, i) => LinesOf(column.Header, sheet.Column(i + 1).Width)).DefaultIfEmpty(1).Max());
    }

    /// <summary>Writes one value as it is: a number, a date, or a text that stays one.</summary>
    public IXLCell Put(IXLCell at, Cell cell)
    {
        if (!cell.Filled) return at;
        style.Set(at.Style, cell.Kind);
        switch (cell.Kind)
        {
            case CellKind.Text:
                at.Style.IncludeQuotePrefix = SheetText.LooksLikeFormula(cell.Text!);
                return at.SetValue<string>(cell.Text!);
            case CellKind.Count:
                return at.SetValue(cell.Number);
            case CellKind.Money:
                return at.SetValue(cell.Number / 100m);
            case CellKind.Date:
                return at.SetValue(DateOnly.FromDayNumber((int)cell.Number).ToDateTime(TimeOnly.MinValue));
            case CellKind.Instant:
                return at.SetValue(new DateTime(cell.Number));
            case CellKind.Link:
                at.SetValue<string>(words["Open"]);
                at.Hyperlink = new XLHyperlink(new Uri(cell.Text!));
                style.Set(at.Style, cell.Kind);
                return at;
            default:
                return at;
        }
    }

    /// <summary>A formula whose result looks like the other numbers of its kind.</summary>
    public IXLCell Formula(IXLCell at, string formula, CellKind kind)
    {
        at.FormulaA1 = formula;
        style.Set(at.Style, kind);
        return at;
    }

    /// <summary>A name that a sheet can have; each once.</summary>
    internal static string Allowed(string name)
    {
        var clean = string.Concat(name.Select(letter => NotInNames.Contains(letter) ? ' ' : letter)).Trim();
        return clean.Length > LongestName ? clean[..LongestName] : clean;
    }

    // Words stay whole and the type is bold; a Chinese sign is as wide as two letters.
    private static int LinesOf(string header, double width)
    {
        var (lines, used, room) = (1, 0d, Math.Max(4, (width - 1.5) / 1.1));
        foreach (var word in header.Split(' '))
        {
            var length = word.Sum(letter => letter > 0x2E80 ? 2d : 1d);
            if (used > 0 && used + 1 + length > room) (lines, used) = (lines + 1, 0);
            used += (used > 0 ? 1 : 0) + length;
            for (; used > room && word.Any(letter => letter > 0x2E80); used -= room) lines++;
        }

        return lines;
    }

    private string NameOf(string name)
    {
        var allowed = Allowed(name);
        for (var n = 2; book.Worksheets.Any(sheet => string.Equals(sheet.Name, allowed, StringComparison.OrdinalIgnoreCase)); n++)
            allowed = $"{Allowed(name)[..Math.Min(Allowed(name).Length, LongestName - 4)]} ({n})";
        return allowed;
    }

    // One cell of each style, from which the rows take theirs.
    private void Sample(IXLRow row)
    {
        var kinds = Enum.GetValues<CellKind>();
        foreach (var kind in kinds) style.Set(row.Cell((int)kind + 1).SetValue<string>(".").Style, kind);
        var quoted = row.Cell(kinds.Length + 1).SetValue<string>(".").Style;
        style.Set(quoted, CellKind.Text);
        quoted.IncludeQuotePrefix = true;
    }

    private void Print(IXLWorksheet sheet, string title)
    {
        var page = sheet.PageSetup;
        (page.PageOrientation, page.PaperSize) = (XLPageOrientation.Landscape, XLPaperSize.A4Paper);
        page.FitToPages(1, 0);
        (page.Margins.Left, page.Margins.Right, page.Margins.Top, page.Margins.Bottom, page.Margins.Header, page.Margins.Footer) = (0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
        page.Header.Left.AddText(Printed(title));
        page.Header.Right.AddText(Printed(period));
        page.Footer.Left.AddText(Printed(made));
        page.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Right.AddText(" / ");
        page.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    private static string Printed(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
