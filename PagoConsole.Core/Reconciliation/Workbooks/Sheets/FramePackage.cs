using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>
/// Writes the package of a workbook anew: all parts as they are but the sheets of rows, which get theirs on the way. So a sheet is never in
/// memory, however long it is.
/// </summary>
internal sealed partial class FramePackage(ZipArchive frame, Stream to)
{
    private const string Book = "xl/workbook.xml";
    private const string BookRelations = "xl/_rels/workbook.xml.rels";
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>In which order the formulas of the frame are worked out; those of the rows are not in it, and it may be left out.</summary>
    private const string Chain = "xl/calcChain.xml";

    private static readonly XNamespace Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Writes it.</summary>
    /// <param name="parts">The sheets of rows, by their places in the workbook, counted from 0; a sheet that goes on has several.</param>
    /// <param name="open">The word that links show.</param>
    /// <param name="most">How many rows a sheet holds below its header.</param>
    /// <param name="ct">Ends it half-way.</param>
    public async Task WriteAsync(IReadOnlyList<(RowCursor Rows, IReadOnlyList<int> Places)> parts, string open, int most, CancellationToken ct)
    {
        await using var target = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var book = await LoadAsync(Book, ct);
        var paths = await PathsAsync(book, ct);
        var filled = parts.SelectMany(part => part.Places).Select(place => paths[place]).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in frame.Entries.Where(entry => entry.FullName is not (Book or Chain) && !filled.Contains(entry.FullName)))
            await CopyAsync(entry, target, ct);
        foreach (var (rows, places) in parts)
        {
            await rows.StartAsync();
            foreach (var place in places) Range(book, place, await FillAsync(target, paths[place], rows, open, most, ct));
            if (rows.HasRow) throw new InvalidOperationException("There are more rows than were counted beforehand, and no sheet for them.");
        }

        RepeatedRows(book);
        await SaveAsync(book, target, Book, ct);
    }

    // ClosedXML writes them as Sheet!1:1 or Sheet!A:B, which not every spreadsheet takes for rows and columns.
    private static void RepeatedRows(XDocument book)
    {
        foreach (var name in book.Root!.Descendants(Sheets + "definedName").Where(name => name.Attribute("name")?.Value == "_xlnm.Print_Titles"))
            name.Value = Repeated().Replace(name.Value, "!$$$1:$$$2");
    }

    [GeneratedRegex(@"!([A-Z]+|\d+):([A-Z]+|\d+)(?=,|$)")]
    private static partial Regex Repeated();

    private async Task<string> FillAsync(ZipArchive target, string path, RowCursor rows, string open, int most, CancellationToken ct)
    {
        SheetPart part;
        await using (var empty = await frame.GetEntry(path)!.OpenAsync(ct)) part = new SheetPart(empty, open);
        await using var written = await target.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await part.WriteAsync(rows, most, written, ct);
        return part.FilterRange;
    }

    private async Task CopyAsync(ZipArchiveEntry entry, ZipArchive target, CancellationToken ct)
    {
        if (entry.FullName is BookRelations or ContentTypes)
        {
            var list = await LoadAsync(entry.FullName, ct);
            list.Root!.Elements().Where(IsChain).Remove();
            await SaveAsync(list, target, entry.FullName, ct);
            return;
        }

        await using var from = await entry.OpenAsync(ct);
        await using var copy = await target.CreateEntry(entry.FullName, CompressionLevel.Fastest).OpenAsync(ct);
        await from.CopyToAsync(copy, ct);
    }

    private static bool IsChain(XElement element) => element.Attributes().Any(a => a.Name.LocalName is "Target" or "PartName" && a.Value.TrimStart('/') == Chain);

    /// <summary>The paths of the sheets in the order of the workbook.</summary>
    private async Task<List<string>> PathsAsync(XDocument book, CancellationToken ct)
    {
        var targets = (await LoadAsync(BookRelations, ct)).Root!.Elements()
            .ToDictionary(relation => relation.Attribute("Id")!.Value, relation => relation.Attribute("Target")!.Value.TrimStart('/'));
        return [.. book.Root!.Element(Sheets + "sheets")!.Elements().Select(sheet => targets[sheet.Attribute(Relations + "id")!.Value])];
    }

    // The filter of a sheet is a name of the workbook besides.
    private static void Range(XDocument book, int place, string range)
    {
        var number = place.ToString(CultureInfo.InvariantCulture);
        foreach (var name in book.Root!.Descendants(Sheets + "definedName"))
        {
            if (name.Attribute("name")?.Value == "_xlnm._FilterDatabase" && name.Attribute("localSheetId")?.Value == number)
                name.Value = $"{name.Value[..(name.Value.LastIndexOf('!') + 1)]}{range}";
        }
    }

    private async Task<XDocument> LoadAsync(string path, CancellationToken ct)
    {
        await using var part = await frame.GetEntry(path)!.OpenAsync(ct);
        return await XDocument.LoadAsync(part, LoadOptions.PreserveWhitespace, ct);
    }

    private static async Task SaveAsync(XDocument document, ZipArchive target, string path, CancellationToken ct)
    {
        await using var part = await target.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await document.SaveAsync(part, SaveOptions.DisableFormatting, ct);
    }
}
