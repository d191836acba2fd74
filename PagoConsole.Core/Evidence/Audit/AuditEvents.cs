using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Audit;

/// <summary>Kinds of journal entries about the audit itself.</summary>
public static class AuditEvents
{
    /// <summary>Somebody took entries of the audit as a file.</summary>
    public const string Exported = "audit.exported";

    /// <summary>The stream of a day.</summary>
    public static string StreamOf(DateTimeOffset now) => $"audit/{Lima.DayOf(now):yyyy-MM-dd}";
}
