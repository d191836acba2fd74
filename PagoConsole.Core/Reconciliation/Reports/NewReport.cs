namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>A report that is about to come in.</summary>
/// <param name="Day">Its business day in Lima.</param>
/// <param name="Source">How it comes.</param>
/// <param name="RowsSaid">How many rows PagoEfectivo says it has, without the first line; null if nobody says.</param>
/// <param name="FileName">What the file is called; null for one that is pulled.</param>
/// <param name="MayTellOfOtherDays">Whether it counts although most of its payments are of another day.</param>
public sealed record NewReport(DateOnly Day, ReportSource Source, long? RowsSaid = null, string? FileName = null, bool MayTellOfOtherDays = true);
