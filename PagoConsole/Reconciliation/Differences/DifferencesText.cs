namespace PagoConsole.Reconciliation.Differences;

/// <summary>Names the resource triple of differences.</summary>
internal sealed class DifferencesText;
