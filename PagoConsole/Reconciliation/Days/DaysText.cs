namespace PagoConsole.Reconciliation.Days;

/// <summary>Names the resource triple of months and days.</summary>
internal sealed class DaysText;
