using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Reports;

namespace PagoConsole.Reconciliation.Days;

/// <summary>Says what is wrong with a report in the reader's language; the detail for support stands behind it as it is.</summary>
internal static class DayWords
{
    public static string? FaultOf(this IStringLocalizer<DaysText> text, Report report)
    {
        if (report.Fault is not { } fault) return null;
        var what = text[$"Fault_{fault}"].Value;
        if (report.FaultLine is { } line) what = text["Fault_AtLine", line, what];
        return report.FaultText is { } detail ? $"{what} ({detail})" : what;
    }
}
