namespace PagoConsole.Core.Reconciliation;

/// <summary>Kinds of journal entries about a day's report and its runs; the host has words for each in three languages.</summary>
public static class ReconciliationEvents
{
    /// <summary>A report came in; its data say how, how many rows, its hash, and what was wrong with one that does not count.</summary>
    public const string ReportArrived = "day.report_arrived";

    /// <summary>A day was matched against its report.</summary>
    public const string Reconciled = "day.reconciled";

    /// <summary>A closed day has changed and is open again.</summary>
    public const string Changed = "day.changed";
}
