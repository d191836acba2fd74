using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MiniExcelLibs;
using PagoConsole.Core.Foundation.Csv;

namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>Why nothing of a file is taken.</summary>
public enum CreditFileFault
{
    /// <summary>It is too large, or has too many lines.</summary>
    Size,

    /// <summary>It is neither CSV text nor an Excel workbook.</summary>
    Format,

    /// <summary>Its first line does not name date, currency, amount and reference.</summary>
    Header,
}

/// <summary>One line of a file: an entry, or why there is none.</summary>
internal sealed record CreditLine(long Line, CreditEntry? Entry, CreditFault? Fault, IReadOnlyList<string> Texts)
{
    /// <summary>What stands in the field of a fault.</summary>
    public string? TextOf(CreditFault fault) => fault switch
    {
        CreditFault.Line => null,
        CreditFault.Date or CreditFault.Future => Texts[0],
        CreditFault.Currency => Texts[1],
        CreditFault.Amount => Texts[2],
        CreditFault.Reference => Texts[3],
    };
}

/// <summary>A file of bank credits, as CSV or as an Excel workbook; which of them, its first bytes say.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Content">Its bytes.</param>
public sealed record CreditFile(string Name, byte[] Content)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>Lines of the longest file.</summary>
    public const int MostLines = 10_000;

    private const int LongestName = 100;
    private static readonly string[] Columns = ["date", "currency", "amount", "reference"];

    /// <summary>The name without a path, short enough to keep.</summary>
    public string ShortName => Path.GetFileName(Name.Replace('\\', '/')) is var bare && bare.Length > LongestName ? bare[^LongestName..] : bare;

    /// <summary>SHA-256 of its bytes, in hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Its lines, or why there are none.</summary>
    internal (IReadOnlyList<CreditLine> Lines, CreditFileFault? Fault) Read()
    {
        if (Content.Length is 0 or > Largest) return ([], Content.Length == 0 ? CreditFileFault.Header : CreditFileFault.Size);
        return Content.AsSpan().StartsWith("PK"u8) ? ReadWorkbook() : ReadText();
    }

    private (IReadOnlyList<CreditLine> Lines, CreditFileFault? Fault) ReadText()
    {
        if (Content.Contains((byte)0)) return ([], CreditFileFault.Format);
        using var reader = new StreamReader(new MemoryStream(Content), Encoding.UTF8);
        var records = new CsvRecords(reader, Columns.ToHashSet());
        if (PlacesIn(records.Header) is not { } places) return ([], CreditFileFault.Header);
        var lines = new List<CreditLine>();
        while (records.Next() is { } record)
        {
            if (lines.Count == MostLines) return ([], CreditFileFault.Size);
            lines.Add(record.Fault is null ? LineOf(record.Line, places, i => record.Fields[i]) : new CreditLine(record.Line, null, CreditFault.Line, []));
        }

        return (lines, null);
    }

    private (IReadOnlyList<CreditLine> Lines, CreditFileFault? Fault) ReadWorkbook()
    {
        try
        {
            using var stream = new MemoryStream(Content);
            var rows = stream.Query(excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Take(MostLines + 2)
                .Select((row, i) => (Line: i + 1L, Cells: row.Values.Select(TextOf).ToList())).ToList();
            if (rows.Count > MostLines + 1) return ([], CreditFileFault.Size);
            if (rows.Count == 0 || PlacesIn([.. rows[0].Cells.Select(cell => cell.Trim().ToLowerInvariant())]) is not { } places) return ([], CreditFileFault.Header);
            return ([.. rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)).Select(row => LineOf(row.Line, places, i => i < row.Cells.Count ? row.Cells[i] : ""))], null);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or InvalidOperationException
            or NotSupportedException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or IOException)
        {
            return ([], CreditFileFault.Format); // a broken workbook makes its reader fail in any of these ways
        }
    }

    private static CreditLine LineOf(long line, int[] places, Func<int, string> cell)
    {
        var texts = Array.ConvertAll(places, place => cell(place));
        var (entry, fault) = CreditEntry.Read(texts[0], texts[1], texts[2], texts[3]);
        return new CreditLine(line, entry, fault, texts);
    }

    private static int[]? PlacesIn(IReadOnlyList<string> header)
    {
        var places = Array.ConvertAll(Columns, column => header.ToList().IndexOf(column));
        return places.Contains(-1) ? null : places;
    }

    // A workbook keeps numbers as doubles: 1299.9 is meant, whatever its last bits say.
    private static string TextOf(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.############", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
