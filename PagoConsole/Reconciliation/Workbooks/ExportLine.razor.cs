using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>One export: what it holds, how far it is, its file.</summary>
public sealed partial class ExportLine
{
    [Inject]
    internal IStringLocalizer<WorkbooksText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<DifferencesText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ListedWorkbook Row { get; set; }

    /// <summary>Whether whoever looks may call it off.</summary>
    [Parameter]
    public bool MayCancel { get; set; }

    [Parameter]
    public EventCallback<Workbook> OnCancel { get; set; }

    private string Progress => Text["Progress", Row.Workbook.RowsDone.ToString("N0", System.Globalization.CultureInfo.CurrentCulture), Row.Workbook.RowsTotal.ToString("N0", System.Globalization.CultureInfo.CurrentCulture)];
}
