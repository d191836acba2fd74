using PagoConsole.Core.Reconciliation.Workbooks;

namespace PagoConsole.Core.Evidence.Aml.Reports;

/// <summary>The words of the workbooks against money laundering; they are the host's.</summary>
public interface IAmlWords : IWorkbookWords;

/// <summary>A file that leaves the console.</summary>
/// <param name="FileName">What it is called: ASCII letters of ours.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AmlExport(string FileName, Stream Content);
