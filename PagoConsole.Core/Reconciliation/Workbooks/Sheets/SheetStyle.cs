using System.Globalization;
using ClosedXML.Excel;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>How sheets look: the same in the ones that are drawn and in those that are filled.</summary>
internal sealed class SheetStyle(CultureInfo culture)
{
    public const string MoneyFormat = "#,##0.00;[Red]-#,##0.00";
    public const string CountFormat = "#,##0";

    private static readonly XLColor Ink = XLColor.FromHtml("#1F2A37");
    private static readonly XLColor Head = XLColor.FromHtml("#1F4E79");
    private static readonly XLColor Line = XLColor.FromHtml("#C9D3DE");
    private static readonly XLColor Soft = XLColor.FromHtml("#EAF0F6");
    private static readonly XLColor Blue = XLColor.FromHtml("#0B5CAD");

    // The language stands in the format, so that a month is named in the workbook's language and not in that of whoever opens it.
    private string Day => culture.TwoLetterISOLanguageName switch
    {
        "zh" => "yyyy\"年\"m\"月\"d\"日\"",
        "es" => "[$-280A]d mmm yyyy",
        _ => "[$-409]d mmm yyyy",
    };

    public void Set(IXLStyle style, CellKind kind)
    {
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        switch (kind)
        {
            case CellKind.Text:
                style.NumberFormat.Format = "@";
                Left(style);
                break;
            case CellKind.Count:
                style.NumberFormat.Format = CountFormat;
                break;
            case CellKind.Money:
                style.NumberFormat.Format = MoneyFormat;
                break;
            case CellKind.Date:
                style.NumberFormat.Format = Day;
                Left(style);
                break;
            case CellKind.Instant:
                style.NumberFormat.Format = $"{Day} hh:mm:ss";
                Left(style);
                break;
            case CellKind.Link:
                (style.Font.FontColor, style.Font.Underline) = (Blue, XLFontUnderlineValues.Single);
                Left(style);
                break;
        }
    }

    public static bool IsNumber(CellKind kind) => kind is CellKind.Count or CellKind.Money;

    public static void Header(IXLCell cell, CellKind kind)
    {
        var style = cell.Style;
        (style.Font.Bold, style.Font.FontColor, style.Fill.BackgroundColor) = (true, XLColor.White, Head);
        (style.Alignment.WrapText, style.Alignment.Vertical) = (true, XLAlignmentVerticalValues.Center);
        if (IsNumber(kind)) style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        else Left(style);
    }

    // With some room before it, because an amount may stand close on the left.
    private static void Left(IXLStyle style) => (style.Alignment.Horizontal, style.Alignment.Indent) = (XLAlignmentHorizontalValues.Left, 1);

    public static void Title(IXLCell cell) => (cell.Style.Font.Bold, cell.Style.Font.FontSize, cell.Style.Font.FontColor) = (true, 16, Ink);

    public static void Section(IXLCell cell) => (cell.Style.Font.Bold, cell.Style.Font.FontSize, cell.Style.Font.FontColor) = (true, 12, Head);

    public static void Label(IXLCell cell) => (cell.Style.Font.Bold, cell.Style.Font.FontColor) = (true, Ink);

    public static void Total(IXLRange cells)
    {
        (cells.Style.Font.Bold, cells.Style.Fill.BackgroundColor) = (true, Soft);
        (cells.Style.Border.TopBorder, cells.Style.Border.TopBorderColor) = (XLBorderStyleValues.Thin, Line);
    }
}
