namespace PagoConsole.Core.Overview;

/// <summary>Several who look at the same time share one look: a look that began after somebody asked is as good as one of their own.</summary>
internal sealed class SharedLook<T>(Func<CancellationToken, Task<T>> look)
    where T : class
{
    private readonly SemaphoreSlim lane = new(1, 1);
    private (long Number, T? Seen) last;
    private long begun;

    public async Task<T> ReadAsync(CancellationToken ct)
    {
        var before = Interlocked.Read(ref begun);
        await lane.WaitAsync(ct);
        try
        {
            if (last is { Seen: { } seen } && last.Number > before) return seen;
            var number = Interlocked.Increment(ref begun);
            last = (number, await look(ct));
            return last.Seen!;
        }
        finally
        {
            lane.Release();
        }
    }
}
