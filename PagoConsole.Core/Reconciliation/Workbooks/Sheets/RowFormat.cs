using System.Globalization;
using System.Xml;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>Writes rows of a sheet's XML: texts inside their cells, numbers as numbers.</summary>
/// <param name="prefix">The prefix of the spreadsheet's namespace in this part, with its colon; empty for none.</param>
/// <param name="styles">The number of each kind's style.</param>
/// <param name="quoted">The style of a text that looks like a formula: it stays a text when somebody edits it.</param>
/// <param name="open">The word that a link shows.</param>
internal sealed class RowFormat(string prefix, IReadOnlyDictionary<CellKind, string> styles, string quoted, string open)
{
    /// <summary>A formula's text may hold no more characters than this.</summary>
    private const int LongestAddress = 255;

    private const int MostColumns = 64;

    /// <summary>A spreadsheet's day 0, as it counts from 1900 with a 29 February that there was not.</summary>
    private static readonly DateTime DayZero = new(1899, 12, 30);
    private static readonly int DayNumberZero = DateOnly.FromDateTime(DayZero).DayNumber;

    private readonly string rowEnd = $"</{prefix}row>";
    private readonly string numberEnd = $"</{prefix}v></{prefix}c>";
    private readonly string textEnd = $"</{prefix}t></{prefix}is></{prefix}c>";
    private readonly string[] cellOf = [.. Enumerable.Range(0, MostColumns).Select(column => $"<{prefix}c r=\"{Letters(column)}")];
    private readonly string[] numberOf = [.. Enum.GetValues<CellKind>().Select(kind => $"\" s=\"{styles[kind]}\"><{prefix}v>")];
    private readonly string textBegin = $"\" s=\"{styles[CellKind.Text]}\" t=\"inlineStr\"><{prefix}is><{prefix}t>";
    private readonly char[] place = new char[12];
    private readonly char[] digits = new char[40];

    public void Write(XmlWriter xml, int row, Cell[] cells)
    {
        row.TryFormat(place, out var length, provider: CultureInfo.InvariantCulture);
        xml.WriteRaw($"<{prefix}row r=\"");
        xml.WriteRaw(place, 0, length);
        xml.WriteRaw("\">");
        for (var i = 0; i < cells.Length; i++)
        {
            if (!cells[i].Filled) continue;
            xml.WriteRaw(cellOf[i]);
            xml.WriteRaw(place, 0, length);
            Write(xml, cells[i]);
        }

        xml.WriteRaw(rowEnd);
    }

    private void Write(XmlWriter xml, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                WriteText(xml, cell.Text!);
                break;
            case CellKind.Link:
                WriteLink(xml, cell.Text!);
                break;
            case CellKind.Count:
                WriteNumber(xml, cell.Kind, cell.Number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture) ? length : 0);
                break;
            case CellKind.Money:
                WriteNumber(xml, cell.Kind, (cell.Number / 100m).TryFormat(digits, out length, "0.00", CultureInfo.InvariantCulture) ? length : 0);
                break;
            case CellKind.Date:
                WriteNumber(xml, cell.Kind, (cell.Number - DayNumberZero).TryFormat(digits, out length, provider: CultureInfo.InvariantCulture) ? length : 0);
                break;
            case CellKind.Instant:
                var days = (double)(cell.Number - DayZero.Ticks) / TimeSpan.TicksPerDay;
                WriteNumber(xml, cell.Kind, days.TryFormat(digits, out length, "0.##########", CultureInfo.InvariantCulture) ? length : 0);
                break;
        }
    }

    private void WriteNumber(XmlWriter xml, CellKind kind, int length)
    {
        xml.WriteRaw(numberOf[(int)kind]);
        xml.WriteRaw(digits, 0, length);
        xml.WriteRaw(numberEnd);
    }

    private void WriteText(XmlWriter xml, string text)
    {
        var plain = !SheetText.LooksLikeFormula(text) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);
        xml.WriteRaw(plain
            ? textBegin
            : $"\" s=\"{(SheetText.LooksLikeFormula(text) ? quoted : styles[CellKind.Text])}\" t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">");
        xml.WriteString(SheetText.ForCell(text));
        xml.WriteRaw(textEnd);
    }

    // A sheet may have no more than 65,530 links of its own; formulas have no such end. The address is ours and percent-encoded.
    private void WriteLink(XmlWriter xml, string address)
    {
        if (address.Length > LongestAddress || address.Contains('"'))
        {
            WriteText(xml, address);
            return;
        }

        xml.WriteRaw($"\" s=\"{styles[CellKind.Link]}\" t=\"str\"><{prefix}f>HYPERLINK(\"");
        xml.WriteString(address);
        xml.WriteRaw($"\",\"{open}\")</{prefix}f><{prefix}v>{open}{numberEnd}");
    }

    /// <summary>The letters of a column, counted from 0: A, B, … AA.</summary>
    internal static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";
}
