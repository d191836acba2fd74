using System.Buffers.Text;
using System.Net.WebSockets;
using System.Text;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Benchmarks.LiveFeed;

/// <summary>A program at the hub that costs little itself: a bare socket, of whose messages only the instants are read.</summary>
internal sealed class FeedListener : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly List<double> delays = [];
    private volatile bool counting;

    /// <summary>Milliseconds from writing to hearing, of what it heard while it counted.</summary>
    public IReadOnlyList<double> Delays => delays;

    public static async Task<FeedListener> ConnectAsync(Uri console)
    {
        var listener = new FeedListener();
        await listener.socket.ConnectAsync(new UriBuilder(console) { Scheme = "ws", Path = "/hubs/events", Query = "access_token=demo-marketplace-key" }.Uri, CancellationToken.None);
        await listener.socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        return listener;
    }

    public void Count(bool on) => counting = on;

    public async Task ListenAsync(CancellationToken stop)
    {
        var (buffer, length) = (new byte[256 * 1024], 0);
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length), stop);
                length += read.Count;
                if (!read.EndOfMessage) continue;
                if (counting) Take(buffer.AsSpan(0, length));
                length = 0;
            }
        }
        catch (OperationCanceledException)
        {
            // Enough was heard.
        }
    }

    public void Dispose() => socket.Dispose();

    private void Take(ReadOnlySpan<byte> message)
    {
        var now = RealClock.Now.UtcTicks;
        var mark = "\"sentAt\":\""u8;
        for (int at; (at = message.IndexOf(mark)) >= 0; message = message[(at + mark.Length)..])
            if (Utf8Parser.TryParse(message[(at + mark.Length)..], out long sent, out _)) delays.Add((now - sent) / (double)TimeSpan.TicksPerMillisecond);
    }
}
