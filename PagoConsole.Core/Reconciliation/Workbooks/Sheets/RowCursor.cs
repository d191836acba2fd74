namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>Walks over the rows of a sheet that may go on to a further one, and counts them.</summary>
internal sealed class RowCursor(ISheet sheet, Action written, CancellationToken ct) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Cell[]> rows = sheet.RowsAsync(ct).GetAsyncEnumerator(ct);

    public bool HasRow { get; private set; }

    public Cell[] Row => rows.Current;

    /// <summary>How many rows were gone over.</summary>
    public long Count { get; private set; }

    /// <summary>Goes to the first row.</summary>
    public async Task StartAsync() => HasRow = await rows.MoveNextAsync();

    public async ValueTask NextAsync()
    {
        Count++;
        written();
        HasRow = await rows.MoveNextAsync();
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
