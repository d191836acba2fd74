using CsvHelper;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>
/// Writes a sheet of rows as CSV: names and values of the wire, points in amounts, Lima's offset at instants, UTF-8 with a mark. What begins
/// like a formula has an apostrophe before it, so that no spreadsheet works it out.
/// </summary>
internal static class WriteCsv
{
    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    /// <summary>Writes it; gives how many rows there were.</summary>
    public static async Task<long> RunAsync(ISheet sheet, Stream to, Action written, CancellationToken ct)
    {
        var rows = 0L;
        await using var csv = CsvWriter.Create(to, Form, leaveOpen: true);
        foreach (var (header, _, _) in sheet.Shape) csv.WriteField(header);
        await csv.EndRecordAsync(ct);
        await foreach (var row in sheet.RowsAsync(ct))
        {
            foreach (var cell in row) Write(csv, cell);
            await csv.EndRecordAsync(ct);
            written();
            rows++;
        }

        return rows;
    }

    private static void Write(CsvWriter csv, in Cell cell)
    {
        if (!cell.Filled)
        {
            csv.WriteField("");
            return;
        }

        switch (cell.Kind)
        {
            case CellKind.Text:
                csv.WriteField(SheetText.LooksLikeFormula(cell.Text!) && !Form.InjectionCharacters.Contains(cell.Text![0]) ? $"'{cell.Text}" : cell.Text);
                break;
            case CellKind.Link:
                csv.WriteField(cell.Text);
                break;
            case CellKind.Count:
                csv.WriteField(cell.Number);
                break;
            case CellKind.Money:
                csv.WriteField(cell.Number / 100m, "0.00");
                break;
            case CellKind.Date:
                csv.WriteField(DateOnly.FromDayNumber((int)cell.Number), "yyyy-MM-dd");
                break;
            case CellKind.Instant:
                var local = new DateTime(cell.Number);
                csv.WriteField(new DateTimeOffset(local, Lima.Zone.GetUtcOffset(local)), "yyyy-MM-dd'T'HH:mm:sszzz");
                break;
        }
    }
}
