using System.Globalization;
using PagoConsole.Audit;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Privacy;

namespace PagoConsole.Shared;

/// <content>Who changed what, and who saw whose data.</content>
internal static partial class ConsoleUrls
{
    public const string AuditPath = "/audit";
    public const string AuditExportPath = "/audit/export";
    public const string PersonalDataPath = "/personal-data";
    public const string PersonalDataCsvPath = "/personal-data.csv";
    public const string AccessLogPath = "/personal-data/access";
    public const string PersonExportPath = "/personal-data/export";

    /// <summary>The audit under a filter.</summary>
    public static string Audit(AuditQuery? query = null) => query is null ? AuditPath : With(AuditPath, query.ToQuery());

    /// <summary>The same as a file.</summary>
    public static string AuditExport(AuditQuery query, AuditForm form) => With(AuditExportPath, [.. query.First.ToQuery(), ("form", form.ToString())]);

    /// <summary>The inventory of personal data.</summary>
    public static string PersonalData(string? search = null) => With(PersonalDataPath, ("q", search));

    /// <summary>Who saw whose data.</summary>
    public static string AccessLog(AccessQuery? query = null) => query is null ? AccessLogPath : With(AccessLogPath, query.ToQuery());

    /// <summary>The lists as a file with nothing masked, for a reason.</summary>
    public static string ListsCsv(Rules.ListsFilter filter, string reason) => $"{ListsCsv(filter)}{(ListsCsv(filter).Contains('?', StringComparison.Ordinal) ? '&' : '?')}reason={Uri.EscapeDataString(reason)}";
}
