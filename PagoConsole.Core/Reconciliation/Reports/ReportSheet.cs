using System.Globalization;
using System.Text;
using MiniExcelLibs;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>
/// Turns the first sheet of an Excel workbook into the report's own CSV, row by row. Cells keep what they say: days and instants become the
/// contract's forms (an instant without a zone is Lima's), numbers plain decimals.
/// </summary>
public static class ReportSheet
{
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Whether a file is a workbook, told by its first bytes and not by its name.</summary>
    public static bool Is(ReadOnlySpan<byte> first) => first.StartsWith(Zip);

    /// <summary>Writes the sheet as CSV.</summary>
    /// <param name="workbook">The workbook; must be seekable.</param>
    /// <param name="csv">Where to; is left open.</param>
    /// <param name="ct">Ends it half-way.</param>
    /// <exception cref="InvalidDataException">It is no workbook that can be read.</exception>
    public static async Task WriteCsvAsync(Stream workbook, Stream csv, CancellationToken ct)
    {
        await using var writer = new StreamWriter(csv, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        string[]? header = null;
        using var rows = Rows(workbook).GetEnumerator();
        while (Next(rows))
        {
            ct.ThrowIfCancellationRequested();
            var cells = rows.Current.Values.ToList();
            if (cells.TrueForAll(cell => cell is null or "")) continue; // a row that was emptied, not a line that is broken
            header ??= [.. cells.Select(cell => cell?.ToString()?.Trim().ToLowerInvariant() ?? "")];
            await writer.WriteLineAsync(string.Join(',', cells.Select((cell, at) => Field(Text(cell, header.ElementAtOrDefault(at))))));
        }
    }

    private static IEnumerable<IDictionary<string, object?>> Rows(Stream workbook)
    {
        foreach (var row in workbook.Query(useHeaderRow: false, excelType: ExcelType.XLSX)) yield return (IDictionary<string, object?>)row;
    }

    // Whatever a broken workbook makes the reader throw, it is one that cannot be read.
    private static bool Next(IEnumerator<IDictionary<string, object?>> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            throw new InvalidDataException(broken.Message, broken);
        }
    }

    private static string Text(object? cell, string? column) => cell switch
    {
        null => "",
        DateTime day when column != "paid_at" && day.TimeOfDay == TimeSpan.Zero => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Unspecified), Lima.Zone.GetUtcOffset(instant)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        double number => Math.Round((decimal)number, 4).ToString("0.####", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!.Trim(),
    };

    private static string Field(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
