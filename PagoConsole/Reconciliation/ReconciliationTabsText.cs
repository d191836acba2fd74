namespace PagoConsole.Reconciliation;

/// <summary>Names the resource triple of the tabs of reconciliation.</summary>
internal sealed class ReconciliationTabsText;
