namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>A sheet of rows under one header, written row by row whatever their number.</summary>
internal interface ISheet
{
    /// <summary>Its name at the bottom of the window.</summary>
    string Name { get; }

    /// <summary>What is printed above each page.</summary>
    string Title { get; }

    /// <summary>Its columns, left to right.</summary>
    IReadOnlyList<(string Header, CellKind Kind, double Width)> Shape { get; }

    /// <summary>How many rows it will have, as counted beforehand: by this it is known on how many sheets it goes on.</summary>
    long Expected { get; }

    /// <summary>Its rows. The array is used again for the next one.</summary>
    IAsyncEnumerable<Cell[]> RowsAsync(CancellationToken ct);
}
