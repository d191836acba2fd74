namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>What a workbook came to.</summary>
/// <param name="Differences">Rows of differences in it.</param>
/// <param name="Lines">Lines of reports in it.</param>
/// <param name="Sheets">Sheets; 0 for a CSV.</param>
public sealed record WorkbookWritten(long Differences, long Lines, int Sheets);

/// <summary>How far the making of a workbook is.</summary>
/// <param name="Done">Rows written.</param>
/// <param name="Of">Rows there are to write.</param>
public readonly record struct WorkbookProgress(long Done, long Of);
