using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>What happens with exports, as the journal names it.</summary>
public static class WorkbookEvents
{
    /// <summary>What all begin with.</summary>
    public const string Prefix = "workbook.";

    /// <summary>Figures left the console at once.</summary>
    public const string Exported = "workbook.exported";

    /// <summary>Somebody wants a large one.</summary>
    public const string Asked = "workbook.asked";

    /// <summary>It is ready.</summary>
    public const string Ready = "workbook.ready";

    /// <summary>It could not be made.</summary>
    public const string Failed = "workbook.failed";

    /// <summary>It was cancelled.</summary>
    public const string Cancelled = "workbook.cancelled";

    /// <summary>Somebody downloaded it.</summary>
    public const string Taken = "workbook.taken";

    /// <summary>Its time was over and its file was deleted.</summary>
    public const string Removed = "workbook.removed";

    /// <summary>The stream of those that are not kept.</summary>
    public static string StreamOf(DateTimeOffset now) => $"workbooks/{Lima.DayOf(now):yyyy-MM-dd}";
}
