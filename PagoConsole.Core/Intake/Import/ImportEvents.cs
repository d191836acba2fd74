namespace PagoConsole.Core.Intake.Import;

/// <summary>Kinds of journal entries about a history import.</summary>
public static class ImportEvents
{
    /// <summary>Some lines of a file were stored as orders.</summary>
    public const string Imported = "orders.imported";

    /// <summary>The journal stream of one run.</summary>
    public static string StreamOf(string runId) => $"import/{runId}";
}
