using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace PagoConsole.Tests.Hosting.LiveFeed;

/// <summary>A program that shakes hands and then takes nothing until it is told to: a bare socket with a small buffer.</summary>
internal sealed class SlowReader : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, ct) =>
        {
            var own = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
            await own.ConnectAsync(context.DnsEndPoint, ct);
            return new NetworkStream(own, ownsSocket: true);
        },
    });

    public static async Task<SlowReader> ConnectAsync(Uri console, string key)
    {
        var reader = new SlowReader();
        var address = new UriBuilder(console) { Scheme = "ws", Path = "/hubs/events", Query = $"access_token={key}" };
        await reader.socket.ConnectAsync(address.Uri, reader.invoker, TestContext.Current.CancellationToken);
        await reader.socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        return reader;
    }

    /// <summary>Now takes all there is, and gives the end of it.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken ct)
    {
        var (buffer, tail) = (new byte[64 * 1024], "");
        while (socket.State == WebSocketState.Open)
        {
            var read = await socket.ReceiveAsync(buffer, ct);
            tail = (tail + Encoding.UTF8.GetString(buffer, 0, read.Count))[^Math.Min(1000, tail.Length + read.Count)..];
        }

        return tail;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        invoker.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Counts the connections that were ended because they were slow.</summary>
internal sealed class EndedReaders : IDisposable
{
    private readonly MeterListener listener = new();
    private int slow;

    public EndedReaders()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == "pago.feed.ended") own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            foreach (var tag in tags)
                if (tag is { Key: "reason", Value: "slow" }) Interlocked.Add(ref slow, (int)count);
        });
        listener.Start();
    }

    public int Slow => Volatile.Read(ref slow);

    public void Dispose() => listener.Dispose();
}
