using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>
/// One connection: sends what follows its number, from the journal while it is behind and from the ring once it has caught up. It holds one message at a
/// time; if that is not taken in time, or its key holds no longer, the connection ends with the reason.
/// </summary>
internal sealed class FeedReader(HubConnectionContext connection, string key, FeedRing ring, FeedHistory history, ApiKeyDirectory keys, TimeSpan slow)
{
    /// <summary>How long a slow reader has to take in what it was sent, and why it is ended.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private long checkedAt = TimeProvider.System.GetTimestamp();
    private int? liveIn;

    /// <summary>Sends until the connection ends or is ended.</summary>
    /// <param name="after">The number after which it begins; null for now.</param>
    public async Task RunAsync(long? after)
    {
        var gone = connection.ConnectionAborted;
        FeedMeasures.Connections.Add(1);
        try
        {
            if (await FollowAsync(after ?? await history.HorizonAsync(gone), gone) is { } end) await EndAsync(end);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // It left by itself.
        }
        finally
        {
            FeedMeasures.Connections.Add(-1);
        }
    }

    private async Task<FeedEnd?> FollowAsync(long seq, CancellationToken gone)
    {
        while (!gone.IsCancellationRequested)
        {
            if (!await HoldsAsync(gone)) return FeedEnd.Key;
            var found = ring.After(seq);
            if (!found.Covered)
            {
                if (liveIn == found.Generation) return FeedEnd.Slow;
                liveIn = null;
                var (page, reached) = await ReadAsync(seq, found.Next, gone);
                if (page is not null && !await SendAsync(page, gone)) return FeedEnd.Slow;
                seq = reached;
                continue;
            }

            liveIn = found.Generation;
            if (found.Batch is not { } batch)
            {
                await found.Next.WaitAsync(gone);
                continue;
            }

            if (!await SendAsync(batch.After(seq), gone)) return FeedEnd.Slow;
            seq = batch.To;
        }

        return null;
    }

    /// <summary>While the store is out of reach there is nothing to tell; the connection waits with us.</summary>
    private async Task<(FeedBatch? Batch, long Reached)> ReadAsync(long seq, Task next, CancellationToken gone)
    {
        try
        {
            return await history.ReadAsync(seq, gone);
        }
        catch (Exception outage) when (StoreOutage.Is(outage))
        {
            await next.WaitAsync(gone);
            return (null, seq);
        }
    }

    private async Task<bool> SendAsync(FeedBatch batch, CancellationToken gone)
    {
        var sending = connection.WriteAsync(batch.Message, gone);
        if (sending.IsCompletedSuccessfully) return true;
        try
        {
            await sending.AsTask().WaitAsync(slow, gone);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async ValueTask<bool> HoldsAsync(CancellationToken gone)
    {
        if (TimeProvider.System.GetElapsedTime(checkedAt) < Look) return true;
        checkedAt = TimeProvider.System.GetTimestamp();
        try
        {
            return await keys.FindAsync(key, gone) is { } caller && caller.May(Permission.ApiEventsRead);
        }
        catch (Exception outage) when (StoreOutage.Is(outage))
        {
            return true;
        }
    }

    /// <summary>The reason goes the way of everything else, behind what still waits; whoever does not take that in hears no reason.</summary>
    private async Task EndAsync(FeedEnd end)
    {
        FeedMeasures.Ended.Add(1, new KeyValuePair<string, object?>("reason", end.Reason));
        try
        {
            await connection.WriteAsync(new CloseMessage(end.Words)).AsTask().WaitAsync(LastWords, connection.ConnectionAborted);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            // Then without it.
        }

        connection.Abort();
    }
}
