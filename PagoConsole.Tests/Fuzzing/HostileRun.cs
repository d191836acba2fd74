using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Fuzzing;

/// <summary>Sends hostile requests, a few at once, and judges each answer by itself.</summary>
internal sealed partial class HostileRun(Uri address)
{
    /// <summary>The server's own word for a version of HTTP that there is not.</summary>
    private const int StatusOfNoHttp = 505;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What each entrance answered: status → how often.</summary>
    public ConcurrentDictionary<(string Entrance, int Status), int> Answers { get; } = new();

    /// <summary>What should not have been answered, in words.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Ids that were taken (2xx), by entrance.</summary>
    public ConcurrentDictionary<string, string> Taken { get; } = new();

    public async Task RunAsync(HostileRequests requests, int count, CancellationToken ct)
    {
        var all = Enumerable.Range(0, count).Select(_ => requests.Next());
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (request, _) => Judge(request, await SendAsync(request, ct)));
    }

    private void Judge(HostileRequest request, string answer)
    {
        // Kestrel may close without a word on what is no HTTP.
        var status = answer.Length > 12 && answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture) : 0;
        Answers.AddOrUpdate((request.Entrance, status), 1, (_, times) => times + 1);
        if (status is >= 200 and < 300) Take(request);
        if (status is >= 500 and not 503 and not StatusOfNoHttp) Fault("is no refusal");
        if (status == 503 && !answer.Contains("Retry-After: ", StringComparison.Ordinal)) Fault("does not say when to come again");
        if (status == 0 && request.Entrance != "broken") Fault("is no answer");

        // What is no HTTP the server refuses by itself, in no words, before any of us sees it.
        var reached = answer.Contains("X-Request-Id: ", StringComparison.Ordinal);
        if (!reached && status is not (0 or 400 or 413 or 414 or 431 or StatusOfNoHttp)) Fault("has no request id");
        if (status >= 400 && reached && IsOfApi(request.Entrance) && !(answer.Contains("application/problem+json", StringComparison.Ordinal) && answer.Contains("\"requestId\"", StringComparison.Ordinal)))
            Fault("names neither the problem nor the request");
        if (status >= 400 && reached && request.Entrance == "webhook" && !answer.Contains("\"code\":", StringComparison.Ordinal)) Fault("has no code");
        if (answer.Contains("Exception", StringComparison.Ordinal) || answer.Contains("   at ", StringComparison.Ordinal)) Fault("tells of our insides");

        void Fault(string what) => Faults.Enqueue($"{status} {what}: {Short(Encoding.Latin1.GetString(request.Bytes))} → {Short(answer)}");
    }

    // An id that was itself changed on the way is taken under the name that it has in the body.
    private void Take(HostileRequest request)
    {
        if (request.Id is { } id) Taken[id] = request.Entrance;
        foreach (Match named in NamedId().Matches(Encoding.UTF8.GetString(request.Bytes))) Taken[named.Groups[1].Value] = request.Entrance;
    }

    private async Task<string> SendAsync(HostileRequest request, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var answer = new MemoryStream();
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, address.Port), patience.Token);
            await socket.SendAsync(request.Bytes, patience.Token);

            // Of what is no request the server would wait for the rest; whoever leaves before the answer is not answered.
            if (request.Entrance == "broken") socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await socket.ReceiveAsync(buffer, patience.Token)) > 0) answer.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // Closed while we were still sending; what was answered until then counts.
        }

        return Encoding.Latin1.GetString(answer.GetBuffer(), 0, (int)answer.Length);
    }

    private static bool IsOfApi(string entrance) => entrance is "orders" or "order" or "about an order" or "logins";

    private static string Short(string text) => (text.Length > 700 ? text[..350] + " … " + text[^350..] : text).ReplaceLineEndings("⏎");

    [GeneratedRegex("""\u0022(?:event_id|orderId)"\s*:\s*"([^"]*)\u0022""")]
    private static partial Regex NamedId();
}
