namespace PagoConsole.Benchmarks.Day;

/// <summary>What a simulated day came to.</summary>
/// <param name="Faults">What must not be; empty when all is well.</param>
/// <param name="Figures">What happened, by name.</param>
internal sealed record DayReport(IReadOnlyList<string> Faults, IReadOnlyDictionary<string, string> Figures);
