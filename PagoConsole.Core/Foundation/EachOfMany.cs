using System.Collections.Concurrent;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Foundation;

/// <summary>Works many rows off side by side, so that one that fails every time does not keep the others waiting for ever.</summary>
internal static class EachOfMany
{
    private const int MostTold = 5;

    /// <summary>Does the work for each; what failed is told at the end. An outage of the store, which fails them all, ends it at once.</summary>
    /// <param name="items">What to work off.</param>
    /// <param name="atOnce">How many side by side.</param>
    /// <param name="id">How an item is named in what is told.</param>
    /// <param name="work">The work.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AggregateException">Some failed; all the others were worked off.</exception>
    public static async Task DoAsync<T>(IReadOnlyCollection<T> items, int atOnce, Func<T, string> id, Func<T, CancellationToken, Task> work, CancellationToken ct)
    {
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = ct }, async (item, stop) =>
        {
            try
            {
                await work(item, stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException && !StoreOutage.Is(failure))
            {
                failures.Enqueue(new InvalidOperationException($"{id(item)}: {failure.Message}", failure));
            }
        });
        if (!failures.IsEmpty) throw new AggregateException($"{failures.Count} of {items.Count} failed, the others were worked off.", failures.Take(MostTold));
    }
}
