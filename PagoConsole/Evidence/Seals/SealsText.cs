namespace PagoConsole.Evidence.Seals;

/// <summary>Names the resource triple of the daily seals.</summary>
internal sealed class SealsText;
