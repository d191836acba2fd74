using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.LiveFeed;

/// <summary>An event as a program reads it.</summary>
internal sealed record HeardEvent(long Seq, DateTimeOffset At, string Kind, string? OrderId, string? Verdict, System.Text.Json.JsonElement Data);

/// <summary>A program at the live feed, with Microsoft's own client.</summary>
internal sealed class FeedClient : IAsyncDisposable
{
    private readonly HubConnection connection;
    private readonly ConcurrentQueue<HeardEvent> heard = new();
    private readonly TaskCompletionSource<Exception?> closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FeedClient(HubConnection connection)
    {
        this.connection = connection;
        connection.On<HeardEvent[]>("events", events => Array.ForEach(events, heard.Enqueue));
        connection.Closed += failure =>
        {
            closed.TrySetResult(failure);
            return Task.CompletedTask;
        };
    }

    /// <summary>All that it was told, in order.</summary>
    public IReadOnlyList<HeardEvent> Heard => [.. heard];

    public static async Task<FeedClient> ListenAsync(
        Uri console, string? key, long? after = null, HttpTransportType transport = HttpTransportType.WebSockets, bool inAddress = false)
    {
        var query = string.Join('&', new[] { after is null ? null : $"after={after}", inAddress ? $"access_token={key}" : null }.OfType<string>());
        var client = new FeedClient(new HubConnectionBuilder().WithUrl(new Uri(console, $"/hubs/events?{query}"), transport, options =>
        {
            options.SkipNegotiation = inAddress;
            if (!inAddress) options.AccessTokenProvider = () => Task.FromResult(key);
        }).Build());
        await client.connection.StartAsync(TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Waits until it was told of something.</summary>
    public async Task<HeardEvent> UntilAsync(string what, Func<HeardEvent, bool> holds) => (await Eventually.BecomesAsync(
        what, () => Task.FromResult(Heard.FirstOrDefault(holds)), found => found is not null, show: _ => string.Join(", ", Heard.Select(e => $"{e.Seq} {e.Kind}"))))!;

    /// <summary>Waits until the server ends the connection, and gives its reason.</summary>
    public async Task<string?> EndAsync() => (await closed.Task.WaitAsync(Eventually.Patience))?.Message;

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
