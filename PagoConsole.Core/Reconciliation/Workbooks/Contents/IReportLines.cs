using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Reads the lines of a report that is kept, in their order and without holding them all.</summary>
internal interface IReportLines
{
    IAsyncEnumerable<ReportRow> ReadAsync(string reportId, CancellationToken ct);
}
