using System.Buffers;

namespace PagoConsole.Core.Foundation.Csv;

/// <summary>Makes texts of others harmless in files that spreadsheets open.</summary>
public static class HarmlessText
{
    // The wide forms are taken for the narrow ones by spreadsheets in East Asian languages.
    private static readonly SearchValues<char> Begins = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text, with an apostrophe before it if a spreadsheet would work it out.</summary>
    public static string Of(string text) => text.Length > 0 && Begins.Contains(text[0]) ? $"'{text}" : text;
}
