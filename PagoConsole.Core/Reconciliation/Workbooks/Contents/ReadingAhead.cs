using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PagoConsole.Core.Reconciliation.Workbooks.Contents;

/// <summary>Reads the next batches while one is written.</summary>
internal static class ReadingAhead
{
    private const int Batches = 3;

    public static async IAsyncEnumerable<T> ReadAheadAsync<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var ready = Channel.CreateBounded<T>(new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(source, ready.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in ready.Reader.ReadAllAsync(ct)) yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T> ready, CancellationToken ct)
    {
        try
        {
            await foreach (var item in source.WithCancellation(ct)) await ready.WriteAsync(item, ct);
            ready.Complete();
        }
        catch (Exception failure)
        {
            ready.Complete(failure);
        }
    }
}
