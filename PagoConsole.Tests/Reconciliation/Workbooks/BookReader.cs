using System.Globalization;
using MiniExcelLibs;

namespace PagoConsole.Tests.Reconciliation.Workbooks;

/// <summary>Reads a workbook with a library that did not write it.</summary>
internal sealed class BookReader(Stream file)
{
    public IReadOnlyList<string> Sheets => MiniExcel.GetSheetNames(file, config: null);

    /// <summary>The rows of a sheet below its header, by the words of the header.</summary>
    public List<IDictionary<string, object?>> Rows(string sheet) =>
        [.. MiniExcel.Query(file, useHeaderRow: true, sheetName: sheet).Cast<IDictionary<string, object?>>()];

    /// <summary>The cells of a sheet that is drawn, row by row.</summary>
    public List<object?[]> Cells(string sheet) =>
        [.. MiniExcel.Query(file, useHeaderRow: false, sheetName: sheet).Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray())];

    public static decimal Number(object? value) => Math.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 2);
}
