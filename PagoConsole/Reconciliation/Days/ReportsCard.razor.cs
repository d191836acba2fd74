using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>The reports of a day as they came: when, how, whole or broken with line and reason, how many rows, their hash; the one in use is marked.</summary>
public sealed partial class ReportsCard
{
    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<Report> Reports { get; set; }

    /// <summary>The one that the last run used.</summary>
    [Parameter, EditorRequired]
    public required string? Used { get; set; }

    // A later one that nobody has matched yet has been replaced by none.
    private bool IsReplaced(Report report) =>
        report.State == ReportState.Whole && report.ReportId != Used && Reports.FirstOrDefault(r => r.ReportId == Used) is { } used && report.ArrivedAt <= used.ArrivedAt;

    private string WordOf(Report report) => Text[report.ReportId == Used ? "Report_Used" : IsReplaced(report) ? "Report_Replaced" : $"Report_{report.State}"];

    private static Tone ToneOf(ReportState state) => state switch
    {
        ReportState.Arriving => Tone.Note,
        ReportState.Whole => Tone.Good,
        ReportState.Broken => Tone.Bad,
    };

    private static string IconOf(ReportState state) => state switch
    {
        ReportState.Arriving => Icons.Material.Outlined.Downloading,
        ReportState.Whole => Icons.Material.Outlined.CheckCircle,
        ReportState.Broken => Icons.Material.Outlined.BrokenImage,
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
