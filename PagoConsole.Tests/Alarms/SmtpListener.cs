using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PagoConsole.Tests.Alarms;

/// <summary>A mail server on loopback that takes letters, or says that it will not.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Task serving;

    public SmtpListener()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it says 451 to every sender.</summary>
    public bool Refuses { get; set; }

    /// <summary>All that was said to it.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>The letters, head and body.</summary>
    public ConcurrentQueue<string> Letters { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await serving;
        ended.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync(ended.Token);
                await TalkAsync(caller.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(ended.Token) is { } line)
        {
            Heard.Enqueue(line);
            if (line.StartsWith("MAIL", StringComparison.Ordinal) && Refuses) await writer.WriteLineAsync("451 later, hunter2");
            else if (line == "DATA") await TakeAsync(reader, writer);
            else if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else await writer.WriteLineAsync("250 OK");
        }
    }

    /// <summary>Head and readable body: what is not ASCII travels as base64.</summary>
    private static string TextOf(string letter)
    {
        if (!letter.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase)) return letter;
        var body = letter.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        return letter[..body] + Encoding.UTF8.GetString(Convert.FromBase64String(letter[body..].Replace("\n", "", StringComparison.Ordinal)));
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(ended.Token) is { } line && line != ".") letter.AppendLine(line);
        Letters.Enqueue(TextOf(letter.ToString()));
        await writer.WriteLineAsync("250 taken");
    }
}
