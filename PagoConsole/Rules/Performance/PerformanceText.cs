namespace PagoConsole.Rules.Performance;

/// <summary>Names the resource triple of how the rules did over time.</summary>
internal sealed class PerformanceText;
