using System.Globalization;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>Says exports in the reader's language.</summary>
internal static class ExportWords
{
    private const double Kilo = 1024;

    /// <summary>Workbook, 22 nov 2026 – 30 nov 2026.</summary>
    public static string NameOf(this IStringLocalizer<WorkbooksText> text, WorkbookRequest request) => $"{text[$"WorkbookForm_{request.Form}"]}, {DaysOf(request)}";

    public static string DaysOf(WorkbookRequest request) => request.Filter.From == request.Filter.To
        ? Day(request.Filter.From)
        : $"{Day(request.Filter.From)} – {Day(request.Filter.To)}";

    /// <summary>What narrows it; null if nothing does.</summary>
    public static string? FilterOf(this IStringLocalizer<WorkbooksText> text, WorkbookRequest request, IStringLocalizer<DifferencesText> words)
    {
        var filter = request.Filter;
        var owner = filter.Owner is "" ? text["Filter_NoOwner"].Value : filter.Owner?.Split(':', 2)[^1];
        List<string> parts =
        [
            .. filter.Kinds.Order().Select(kind => words[$"Kind_{kind}"].Value), .. filter.States.Order().Select(state => words[$"State_{state}"].Value),
            .. filter.AwaitsSecond ? [text["Filter_Second"].Value] : Array.Empty<string>(), .. filter.Mended is { } mended ? [text[mended ? "Filter_Mended" : "Filter_ByPeople"].Value] : Array.Empty<string>(),
            .. new[] { owner, filter.Currency?.Code, filter.SellerId, filter.Text }.OfType<string>(),
        ];
        if (!request.Lines && request.Form == WorkbookForm.Workbook) parts.Add(text["Without_Lines"]);
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    /// <summary>812 KB, 41.3 MB.</summary>
    public static string SizeOf(long bytes) => bytes < Kilo * Kilo
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / Kilo):N0} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilo / Kilo:N1} MB");

    public static Tone ToneOf(WorkbookState state) => state switch
    {
        WorkbookState.Waiting => Tone.Neutral,
        WorkbookState.Making => Tone.Note,
        WorkbookState.Ready => Tone.Good,
        WorkbookState.Failed => Tone.Bad,
        WorkbookState.Cancelled => Tone.Neutral,
    };

    public static string IconOf(WorkbookState state) => state switch
    {
        WorkbookState.Waiting => Icons.Material.Outlined.HourglassEmpty,
        WorkbookState.Making => Icons.Material.Outlined.Autorenew,
        WorkbookState.Ready => Icons.Material.Outlined.CheckCircle,
        WorkbookState.Failed => Icons.Material.Outlined.ErrorOutline,
        WorkbookState.Cancelled => Icons.Material.Outlined.Block,
    };

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);
}
