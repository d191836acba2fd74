using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>Makes texts of others harmless for spreadsheets.</summary>
internal static partial class SheetText
{
    /// <summary>Characters that a cell holds.</summary>
    public const int Longest = 32_767;

    // The wide forms are taken for the narrow ones by spreadsheets in East Asian languages.
    private static readonly SearchValues<char> Begins = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>Whether a spreadsheet would take the text for a formula once somebody edits or imports it.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && Begins.Contains(text[0]);

    /// <summary>The text as a cell can hold it: cut where it is too long, without characters that XML does not know.</summary>
    public static string ForCell(string text)
    {
        if (text.Length > Longest) text = text[..Longest];
        if (!IsXml(text)) text = OnlyXml(text);
        return text.Contains("_x", StringComparison.Ordinal) ? Escape().Replace(text, "_x005F_$1") : text;
    }

    private static bool IsXml(string text)
    {
        foreach (var letter in text)
            if (!XmlConvert.IsXmlChar(letter))
                return false;
        return true;
    }

    private static string OnlyXml(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }

        return clean.ToString();
    }

    // What reads like an escaped character would be taken for one.
    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
