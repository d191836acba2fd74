using Microsoft.AspNetCore.Components;

namespace PagoConsole.Shared;

/// <summary>The shape of a table while its rows are read.</summary>
public sealed partial class LoadingSkeleton
{
    /// <summary>How many rows the table will about have.</summary>
    [Parameter]
    public int Rows { get; set; } = 12;

    [Parameter]
    public int Columns { get; set; } = 6;
}
