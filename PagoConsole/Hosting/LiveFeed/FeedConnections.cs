using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Marketplace;
using PagoConsole.Hosting.MarketplaceApi;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>
/// Gives every connection a reader of its own. SignalR's own sending to all waits for the slowest one, so nothing is ever sent to all.
/// </summary>
internal sealed partial class FeedConnections(
    FeedRing ring, FeedHistory history, ApiKeyDirectory keys, IOptions<FeedOptions> options, ILogger<FeedConnections> log, ILogger<DefaultHubLifetimeManager<EventsHub>> baseLog)
    : DefaultHubLifetimeManager<EventsHub>(baseLog)
{
    private readonly ConcurrentDictionary<string, Task> readers = new(StringComparer.Ordinal);

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        if (readers.Count >= options.Value.MostConnections)
        {
            FeedMeasures.Ended.Add(1, new KeyValuePair<string, object?>("reason", FeedEnd.Full.Reason));
            await connection.WriteAsync(new CloseMessage(FeedEnd.Full.Words));
            connection.Abort();
            return;
        }

        var http = connection.GetHttpContext()!;
        var reader = new FeedReader(connection, ApiKeyScheme.KeyOf(http.Request)!, ring, history, keys, TimeSpan.FromSeconds(options.Value.SlowSeconds));
        readers[connection.ConnectionId] = RunAsync(connection, reader, FeedEndpoint.AfterOf(http.Request).Value);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        if (readers.TryRemove(connection.ConnectionId, out var reader)) await reader;
        await base.OnDisconnectedAsync(connection);
    }

    private async Task RunAsync(HubConnectionContext connection, FeedReader reader, long? after)
    {
        await Task.Yield();
        try
        {
            await reader.RunAsync(after);
        }
        catch (Exception failure)
        {
            Log.Failed(log, failure);
            connection.Abort();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A connection to the live feed failed and was ended")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
