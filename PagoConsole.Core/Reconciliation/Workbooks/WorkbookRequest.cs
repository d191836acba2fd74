using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>In which form figures leave the console.</summary>
public enum WorkbookForm
{
    /// <summary>An Excel workbook with all sheets.</summary>
    Workbook,

    /// <summary>The lines of the reports with our orders, as CSV.</summary>
    LinesCsv,

    /// <summary>The differences, as CSV.</summary>
    DifferencesCsv,
}

/// <summary>What somebody wants to take out of reconciliation.</summary>
public sealed record WorkbookRequest
{
    /// <summary>Which days, and which of their differences.</summary>
    public required DifferenceFilter Filter { get; init; }

    /// <summary>The language of its words, as the console names it: <c>es-PE</c>, <c>en</c>, <c>zh-Hans</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Who it is made for, as the journal names them.</summary>
    public required string By { get; init; }

    /// <summary>Workbook or CSV.</summary>
    /// <value>Default <see cref="WorkbookForm.Workbook"/>.</value>
    public WorkbookForm Form { get; init; }

    /// <summary>Whether a workbook holds the reports' lines besides differences and settlement.</summary>
    /// <value>Default: true.</value>
    public bool Lines { get; init; } = true;

    /// <summary>Whether there are reports' lines in it.</summary>
    internal bool HasLines => Form == WorkbookForm.LinesCsv || (Form == WorkbookForm.Workbook && Lines);
}
