using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>Asks for an export of some days: a plain form, so that a small one is downloaded by the browser at once.</summary>
public sealed partial class ExportForm
{
    [Inject]
    internal IStringLocalizer<WorkbooksText> Text { get; set; } = default!;

    /// <summary>The day that it offers.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Day { get; set; }

    /// <summary>The first day that was asked for in vain, as the address has it.</summary>
    [Parameter]
    public string? From { get; set; }

    /// <summary>The last one.</summary>
    [Parameter]
    public string? To { get; set; }

    /// <summary>Whether such days cannot be exported together.</summary>
    [Parameter]
    public bool Fault { get; set; }

    private string Iso => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
