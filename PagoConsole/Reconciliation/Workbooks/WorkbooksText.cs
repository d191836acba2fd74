namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>Names the resource triple of workbooks and exports.</summary>
internal sealed class WorkbooksText;
