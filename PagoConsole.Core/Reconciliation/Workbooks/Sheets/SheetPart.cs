using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>The XML of a sheet that has its header and no rows yet: it is written anew with the rows in their place.</summary>
internal sealed class SheetPart
{
    private const string Place = "rows";
    private const int Piece = 128 * 1024;
    private static readonly XmlWriterSettings Fragment = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        CheckCharacters = false, // texts were cleaned, the rest is ours
        Encoding = new UTF8Encoding(false),
        CloseOutput = false,
    };

    private readonly XDocument part;
    private readonly XNamespace space;
    private readonly RowFormat format;
    private readonly int columns;

    /// <summary>Reads the frame of a sheet: a header, and below it one row with a cell of each style.</summary>
    public SheetPart(Stream frame, string open)
    {
        part = XDocument.Load(frame);
        space = part.Root!.Name.Namespace;
        var prefix = part.Root.GetPrefixOfNamespace(space) is { Length: > 0 } named ? $"{named}:" : "";
        var data = part.Root.Element(space + "sheetData")!;
        var rows = data.Elements(space + "row").ToList();
        columns = rows[0].Elements(space + "c").Count();
        var styles = rows[1].Elements(space + "c").Select(cell => cell.Attribute("s")?.Value ?? "0").ToList();
        var kinds = Enum.GetValues<CellKind>();
        format = new RowFormat(prefix, kinds.ToDictionary(kind => kind, kind => styles[(int)kind]), styles[kinds.Length], SecurityElement(open));
        rows[1].ReplaceWith(new XComment(Place));
        part.Root.Element(space + "dimension")?.Remove();
    }

    /// <summary>The cells that the filter goes over, with absolute rows and columns; known once it is written.</summary>
    public string FilterRange { get; private set; } = "";

    /// <summary>Writes it with as many of the rows as a sheet holds.</summary>
    /// <returns>Whether there are more rows: the last one read is then the first of the next sheet.</returns>
    public async Task<bool> WriteAsync(RowCursor rows, int most, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(Encoding.UTF8.GetBytes($"{part.Declaration}{Halves()[0]}"), ct);
        var last = await WriteRowsAsync(rows, most, to, ct);
        var range = $"A1:{RowFormat.Letters(columns - 1)}{last.ToString(CultureInfo.InvariantCulture)}";
        FilterRange = $"$A$1:${RowFormat.Letters(columns - 1)}${last.ToString(CultureInfo.InvariantCulture)}";
        part.Root!.Element(space + "autoFilter")?.SetAttributeValue("ref", range);
        await to.WriteAsync(Encoding.UTF8.GetBytes(Halves()[1]), ct);
        return rows.HasRow;
    }

    private async Task<int> WriteRowsAsync(RowCursor rows, int most, Stream to, CancellationToken ct)
    {
        var row = 1;
        using var piece = new MemoryStream(Piece * 2);
        using var xml = XmlWriter.Create(piece, Fragment);
        while (row <= most && rows.HasRow)
        {
            format.Write(xml, ++row, rows.Row);
            await rows.NextAsync();
            if (row % 64 != 0) continue;
            xml.Flush();
            if (piece.Length >= Piece) await EmptyAsync(piece, to, ct);
        }

        xml.Flush();
        await EmptyAsync(piece, to, ct);
        return row;
    }

    private static async Task EmptyAsync(MemoryStream piece, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(piece.GetBuffer().AsMemory(0, (int)piece.Length), ct);
        piece.SetLength(0);
    }

    private string[] Halves() => part.ToString(SaveOptions.DisableFormatting).Split($"<!--{Place}-->");

    private static string SecurityElement(string text) => new XText(text).ToString().Replace("\"", "\"\"", StringComparison.Ordinal);
}
