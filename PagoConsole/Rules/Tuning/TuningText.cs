namespace PagoConsole.Rules.Tuning;

/// <summary>Names the resource triple of the tuning of rules.</summary>
internal sealed class TuningText;
