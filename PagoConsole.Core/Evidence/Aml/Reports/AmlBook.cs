using ClosedXML.Excel;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Evidence.Aml.Reports;

/// <summary>What the workbooks against money laundering have in common.</summary>
internal sealed class AmlBook
{
    private readonly XLWorkbook book;
    private readonly SheetWords words;

    public AmlBook(XLWorkbook book, SheetWords words, string title, string by, DateTimeOffset now)
    {
        (this.book, this.words) = (book, words);
        (book.Style.Font.FontName, book.Style.Font.FontSize) = ("Calibri", 10);
        var properties = book.Properties;
        (properties.Title, properties.Author, properties.LastModifiedBy, properties.Company) = (title, by, by, "PagoConsole");
        (properties.Created, properties.Modified) = (now.UtcDateTime, now.UtcDateTime);
        Frame = new BookFrame(book, words, words["Book_Secret"], words["Book_MadeBy", by, Lima.DayOf(now).ToString(words.Culture.DateTimeFormat.ShortDatePattern, words.Culture)]);
    }

    public BookFrame Frame { get; }

    /// <summary>A sheet of rows under a header.</summary>
    public void Table<T>(string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
    {
        var sheet = Frame.Draw(words[name], words[name]);
        BookFrame.Head(sheet, 1, [.. columns.Select(column => (words.Column(column.Key), column.Kind, column.Width))]);
        var row = 1;
        foreach (var record in rows)
        {
            row++;
            for (var i = 0; i < columns.Count; i++) Frame.Put(sheet.Cell(row, i + 1), columns[i].Value(record));
        }

        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, row, columns.Count).SetAutoFilter();
        sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
        BookFrame.Widen(sheet, [.. columns.Select(column => column.Width)]);
    }

    public Stream Save()
    {
        var content = new MemoryStream();
        book.SaveAs(content);
        content.Position = 0;
        return content;
    }
}
