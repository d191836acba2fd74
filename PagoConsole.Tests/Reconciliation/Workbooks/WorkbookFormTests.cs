using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Reconciliation.Workbooks;

/// <summary>What a workbook is made of: sound, harmless, in the language that was asked for, without personal data.</summary>
public sealed class WorkbookFormTests() : WorkbookTest(StorageProvider.Sqlite)
{
    [Theory]
    [InlineData("en")]
    [InlineData("es-PE")]
    [InlineData("zh-Hans")]
    public async Task A_workbook_is_valid_by_the_standard(string language)
    {
        await ReconcileAsync();
        using var book = SpreadsheetDocument.Open(await WriteAsync(language), isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book, Ct)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").AssertNone("The workbook is not valid.");
    }

    [Theory]
    [InlineData("en", "Summary", "Missing in report", "Settlement date")]
    [InlineData("es-PE", "Resumen", "Falta en el reporte", "Fecha de liquidación")]
    [InlineData("zh-Hans", "汇总", "报表缺失", "结算日期")]
    public async Task The_language_is_the_one_asked_for_whatever_the_thread_speaks(string language, string summary, string kind, string column)
    {
        await ReconcileAsync();
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new CultureInfo("de-DE"), new CultureInfo("de-DE"));

            var book = new BookReader(await WriteAsync(language));

            Assert.Contains(summary, book.Sheets);
            Assert.Contains(kind, book.Sheets);
            Assert.Contains(column, book.Rows(book.Sheets[^1])[0].Keys);
            Assert.Equal((await TotalsAsync()).Sum(t => t.ReportMinor) / 100m, book.Rows(book.Sheets[^1]).Sum(row => BookReader.Number(row.Values.ElementAt(12))));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public async Task What_looks_like_a_formula_is_a_text_and_stays_one()
    {
        await ReconcileAsync();
        using var book = SpreadsheetDocument.Open(await WriteAsync(), isEditable: false);

        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var cells = book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()).ToList();
        var evil = cells.Where(cell => cell.InnerText is Evil or EvilSeller or "@SUM(A1)").ToList();
        Assert.Equal(11, evil.Count); // order, transaction and seller of the line and of two differences, the seller as what the report says, and in the settlement
        Assert.All(evil, cell => Assert.Equal((CellValues.InlineString, true), (cell.DataType!.Value, formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value)));
        Assert.All(cells.Where(cell => cell.CellFormula is not null).Select(cell => cell.CellFormula!.Text), Ours);

        static void Ours(string formula) => Assert.Matches(
            @"^(HYPERLINK\(""https://pagos\.example\.pe/[A-Za-z0-9%/._-]+"",""Open""\)|ROUND\([A-Z]+\d+-[A-Z]+\d+,2\)|SUM\([A-Z]+\d+:[A-Z]+\d+\))$", formula);
    }

    [Fact]
    public async Task A_csv_is_harmless_too()
    {
        await ReconcileAsync();

        var lines = await TextAsync(WorkbookForm.LinesCsv);
        var differences = await TextAsync(WorkbookForm.DifferencesCsv);

        Assert.StartsWith("\uFEFFday,line,order_id,payment_id,cip,", lines, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\"", lines, StringComparison.Ordinal);
        Assert.Contains("'+cmd|' /C calc'!A1", lines, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1)", differences, StringComparison.Ordinal);
        Assert.Contains(",PEN,120.10,1.00,0.18,118.92,by_payment,T-1,", lines, StringComparison.Ordinal);
        Assert.Contains("2026-11-22T12:00:00-05:00", lines, StringComparison.Ordinal);
        Assert.Contains(",amount_mismatch,", differences, StringComparison.Ordinal);
        Assert.Equal((await DifferencesAsync()).Count + 1, differences.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Nothing_personal_leaves_with_it()
    {
        await ReconcileAsync();
        var file = await WriteAsync();
        using var parts = new ZipArchive(file, ZipArchiveMode.Read);

        foreach (var part in parts.Entries)
        {
            using var reader = new StreamReader(part.Open());
            var text = await reader.ReadToEndAsync(Ct);
            foreach (var personal in new[] { "Quispe", "@example.pe", "190.235." }) Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task It_says_who_made_it_when_and_from_which_report()
    {
        await ReconcileAsync();
        using var book = SpreadsheetDocument.Open(await WriteAsync(), isEditable: false);

        var properties = book.PackageProperties;
        Assert.Equal(("Reconciliation 22 Nov 2026", "Fina", Time.GetUtcNow().UtcDateTime), (properties.Title, properties.Creator, properties.Created?.ToUniversalTime()));
        var hash = book.CustomFilePropertiesPart!.Properties.Elements<DocumentFormat.OpenXml.CustomProperties.CustomDocumentProperty>().Single(p => p.Name == "ReportSha256").InnerText;
        Assert.Equal(64, hash.Length);
        Assert.Contains(new BookReader(await WriteAsync()).Cells("Summary"), cells => hash.Equals(cells[1]));
    }

    [Fact]
    public async Task A_sheet_of_rows_is_ready_to_work_with_and_to_print()
    {
        await ReconcileAsync();
        using var book = SpreadsheetDocument.Open(await WriteAsync(), isEditable: false);

        var names = book.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Select(name => name.Text).ToList();
        var lines = SheetOf(book, "Lines");
        Assert.Equal("A1:Y9", lines.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Contains("Lines!$A$1:$Y$9", names);
        Assert.Contains("Lines!$A:$B,Lines!$1:$1", names);
        Assert.Equal(1, lines.Descendants<Pane>().Single().VerticalSplit!.Value);
        Assert.Equal((OrientationValues.Landscape, 0u), (lines.GetFirstChild<PageSetup>()!.Orientation!.Value, lines.GetFirstChild<PageSetup>()!.FitToHeight!.Value));
        Assert.Contains("&P / &N", lines.GetFirstChild<HeaderFooter>()!.OddFooter!.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 25), place => Assert.Contains(
            lines.GetFirstChild<Columns>()!.Elements<DocumentFormat.OpenXml.Spreadsheet.Column>(), c => c.CustomWidth! && c.Min!.Value <= place && c.Max!.Value >= place && c.Width!.Value > 8));
    }

    private static Worksheet SheetOf(SpreadsheetDocument book, string name)
    {
        var id = book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet;
    }

    private async Task<string> TextAsync(WorkbookForm form) => System.Text.Encoding.UTF8.GetString((await WriteAsync(form: form)).ToArray());
}
