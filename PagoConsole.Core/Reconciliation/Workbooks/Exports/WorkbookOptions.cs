using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

/// <summary>Section <c>Reconciliation:Workbooks</c>.</summary>
public sealed class WorkbookOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Reconciliation:Workbooks";

    /// <summary>An export of more rows than this is made in the background.</summary>
    /// <value>Default 20000; 0 to 200000.</value>
    [Range(0, 200_000, ErrorMessage = "takes 0 to 200000 rows")]
    public int RowsAtOnce { get; set; } = 20_000;

    /// <summary>For how many days a file that was made in the background is kept.</summary>
    /// <value>Default 7; 1 to 365.</value>
    [Range(1, 365, ErrorMessage = "takes 1 to 365 days")]
    public int KeepDays { get; set; } = 7;
}
