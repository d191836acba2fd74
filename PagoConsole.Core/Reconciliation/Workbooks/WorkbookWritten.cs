namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>What a workbook came to.</summary>
/// <param name="Rows">Rows in it.</param>
/// <param name="Differences">Those of differences.</param>
/// <param name="Lines">Those that are lines of reports.</param>
/// <param name="Sheets">Sheets; 0 for a CSV.</param>
public sealed record WorkbookWritten(long Rows, long Differences, long Lines, int Sheets);

/// <summary>How far the making of a workbook is.</summary>
/// <param name="Done">Rows written.</param>
/// <param name="Of">Rows there are to write.</param>
public readonly record struct WorkbookProgress(long Done, long Of);
