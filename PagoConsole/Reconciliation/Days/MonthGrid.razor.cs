using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Days;

/// <summary>A month as a heat map: the more of a day is open, the warmer; figures, sign and word say the same, and a table stands behind it.</summary>
public sealed partial class MonthGrid
{
    private static readonly (int From, string Level)[] Levels = [(50, "heat-4"), (10, "heat-3"), (3, "heat-2"), (1, "heat-1")];

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MonthFacts Month { get; set; }

    /// <summary>The present business day: what comes after it is not there yet.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    /// <summary>Monday first, as in Peru and in China.</summary>
    private static IEnumerable<string> DayNames =>
        Enumerable.Range(1, 7).Select(day => CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)(day % 7)));

    private string Place(DayOfMonth day) => day.Day.Day == 1 ? $"day from-{((int)day.Day.DayOfWeek + 6) % 7 + 1}" : "day";

    private static string Heat(DayOfMonth day)
    {
        if (!day.InUse) return "unused";
        if (day.Open > 0) return Levels.First(level => day.Open >= level.From).Level;
        return day.State switch
        {
            DayState.Closed => "closed",
            DayState.Matched or DayState.Reopened => "clear",
            DayState.Awaiting => "awaiting",
        };
    }

    private static string IconOf(DayOfMonth day) => day is { State: DayState.Awaiting, Report: ReportState.Broken } ? MudBlazor.Icons.Material.Outlined.BrokenImage : DayStateChip.IconOf(day.State);

    private string WordOf(DayOfMonth day) => !day.InUse ? Text["State_NotInUse"] : day.Day == Today && day.Record?.RunId is null ? Text["NotOver_Title"] : day is { State: DayState.Awaiting, Report: ReportState.Broken } ? Text["Report_Broken"] : Text[$"State_{day.State}"];

    private string Sentence(DayOfMonth day) => Text["Cell", DifferenceWords.DayOf(day.Day), WordOf(day), day.Open, day.Total, DifferenceWords.Soles(day.OpenSoles)];

    private List<(string Level, string Word)> Legend() =>
    [
        ("awaiting", Text["State_Awaiting"]), ("closed", Text["State_Closed"]), ("clear", Text["Legend_Clear"]),
        ("heat-1", Text["Legend_1"]), ("heat-2", Text["Legend_2"]), ("heat-3", Text["Legend_3"]), ("heat-4", Text["Legend_4"]),
    ];

    // What was never counted is not nought.
    private static string Ran(DayOfMonth day, long? figure) => day.Record?.RunId is null ? "–" : Number(figure ?? 0);

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
