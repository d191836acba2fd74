using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PagoConsole.Benchmarks.Load;

/// <summary>One keep-alive connection that sends a request as soon as the last one was answered. HTTP by hand, so that the load costs little.</summary>
internal sealed class LoadConnection(IPEndPoint server, RequestTemplate request, LoadTally tally)
{
    private readonly byte[] buffer = new byte[64 * 1024];

    /// <summary>Sends until the end; what is answered before <paramref name="from"/> is warm-up.</summary>
    public async Task RunAsync(long from, long until)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server);
        while (Stopwatch.GetTimestamp() < until)
        {
            var bytes = request.Next();
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(bytes);
            var status = await ReadAsync(socket);
            if (sent >= from) tally.Add(status, status == request.HopedFor, Stopwatch.GetElapsedTime(sent), Stopwatch.GetElapsedTime(from));
        }
    }

    private async Task<int> ReadAsync(Socket socket)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0) throw new IOException("The server closed the connection.");
            length += read;
            if (IsWhole(buffer.AsSpan(0, length))) return ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + (buffer[11] - '0');
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = answer[..end];
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return head.IndexOf("chunked"u8) < 0 || answer.EndsWith("0\r\n\r\n"u8);
        Utf8Parser.TryParse(head[(at + 16)..], out int body, out _);
        return answer.Length >= end + 4 + body;
    }
}
