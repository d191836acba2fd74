using PagoConsole.Core.Journal;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>What a check of journal and seals together found.</summary>
/// <param name="Journal">The chains and private parts.</param>
/// <param name="Seals">The seals.</param>
/// <param name="UnknownRuns">Numbers under which private parts are said to have been erased, of which the journal knows no retention run.</param>
public sealed record EvidenceVerdict(JournalVerdict Journal, SealsVerdict Seals, IReadOnlyList<int> UnknownRuns)
{
    /// <summary>Whether all of it holds.</summary>
    public bool Holds => Faults == 0;

    /// <summary>How many faults were found.</summary>
    public int Faults => Journal.Faults.Count + Seals.Faults.Count + UnknownRuns.Count;
}
