using System.Threading.Channels;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Replay;

/// <summary>Walks through history order by order as it was accepted. Pages are read ahead while earlier ones are looked at.</summary>
internal sealed class HistoryWalk(HistoryReader reader)
{
    /// <summary>Pages that are read ahead of those being replayed.</summary>
    private const int ReadAhead = 4;

    /// <summary>Walks over the orders of a time, and over what lies before it as far back as a plan looks.</summary>
    /// <param name="plan">What will be asked of history.</param>
    /// <param name="reputation">Whether the recorded scores of outside services are wanted.</param>
    /// <param name="from">When the time begins whose orders are of interest.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="take">Looks at an order; history holds those before it.</param>
    /// <param name="progress">Is told the share that is done, 0 to 1.</param>
    /// <param name="ct">Ends it.</param>
    public async Task RunAsync(
        FactPlan plan,
        bool reputation,
        DateTimeOffset from,
        DateTimeOffset until,
        Func<ReplayedHistory, ReplayedOrder, CancellationToken, ValueTask> take,
        Action<double>? progress,
        CancellationToken ct)
    {
        var (after, upTo) = (from - plan.LooksBack - ReplayedHistory.Late, until + ReplayedHistory.Late);
        if (await reader.ExtentAsync(after, upTo, ct) is not { } extent) return;

        var history = new ReplayedHistory(plan.LooksBack, await reader.LoginsAsync(after, upTo, ct), await reader.PeopleAsync(ct));
        var pages = Channel.CreateBounded<IReadOnlyList<ReplayedOrder>>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => ReadAsync(after, extent.Last, reputation, pages.Writer, stop.Token), ct);
        try
        {
            await foreach (var page in pages.Reader.ReadAllAsync(ct))
            {
                foreach (var order in page)
                {
                    await take(history, order, ct);
                    history.Add(order);
                }

                progress?.Invoke(Share(page[^1].Subject.SeenAt, extent.First, extent.Last));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // what it failed of was told through the channel
        }
    }

    private static double Share(DateTimeOffset at, DateTimeOffset first, DateTimeOffset last) =>
        first == last ? 1 : Math.Clamp((at - first) / (last - first), 0, 1);

    private async Task ReadAsync(
        DateTimeOffset after, DateTimeOffset upTo, bool reputation, ChannelWriter<IReadOnlyList<ReplayedOrder>> to, CancellationToken ct)
    {
        try
        {
            await foreach (var page in reader.OrdersAsync(after, upTo, reputation, ct)) await to.WriteAsync(page, ct);
            to.Complete();
        }
        catch (Exception failure)
        {
            to.Complete(failure);
        }
    }
}
