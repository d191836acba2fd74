using System.Diagnostics.Metrics;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Core.Journal;

/// <summary>What is measured of what happens: every verdict, state and decision is an entry of the journal.</summary>
internal static class JournalMeasures
{
    /// <summary>Each node follows all of the journal, so nodes count the same and are not to be added up.</summary>
    public static readonly Counter<long> Entries = Measuring.Counter("pago.journal.entries", "entry", "What happened, by kind; every node counts all of it");
}
