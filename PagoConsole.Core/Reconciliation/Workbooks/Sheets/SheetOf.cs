using System.Runtime.CompilerServices;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>A sheet of records that are read in batches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What is printed above each page.</param>
/// <param name="Columns">What is told of each record.</param>
/// <param name="Words">The language.</param>
/// <param name="Expected">How many there are.</param>
/// <param name="Read">Reads them.</param>
internal sealed record SheetOf<T>(
    string Name, string Title, IReadOnlyList<Column<T>> Columns, IExportWords Words, long Expected,
    Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<T>>> Read) : ISheet
{
    public IReadOnlyList<(string Header, CellKind Kind, double Width)> Shape { get; } = [.. Columns.Select(c => (Words.Column(c.Key), c.Kind, c.Width))];

    public async IAsyncEnumerable<Cell[]> RowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var cells = new Cell[Columns.Count];
        await foreach (var batch in Read(ct).WithCancellation(ct))
        {
            foreach (var record in batch)
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = Columns[i].Value(record);
                yield return cells;
            }
        }
    }
}
