namespace PagoConsole.Reconciliation.Settlements;

/// <summary>Names the resource triple of settlement.</summary>
internal sealed class SettlementText;
