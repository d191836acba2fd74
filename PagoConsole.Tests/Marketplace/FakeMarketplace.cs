using System.Collections.Concurrent;
using System.Net;

namespace PagoConsole.Tests.Marketplace;

internal sealed record ReceivedCallback(string Id, string Timestamp, string Signature, string Body, Uri Address);

/// <summary>The marketplace's callback address in memory: keeps what comes, and answers as it is told.</summary>
internal sealed class FakeMarketplace : HttpMessageHandler
{
    private readonly ConcurrentQueue<ReceivedCallback> received = new();

    /// <summary>How it answers; by default well. Null: not before the caller gives up.</summary>
    public Func<ReceivedCallback, HttpStatusCode?> Answer { get; set; } = _ => HttpStatusCode.NoContent;

    /// <summary>The body of its answers.</summary>
    public string Says { get; set; } = "";

    /// <summary>What happens while a call is under way.</summary>
    public Func<ReceivedCallback, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<ReceivedCallback> Received => [.. received];

    public IEnumerable<string> Bodies => received.Select(callback => callback.Body);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var callback = new ReceivedCallback(
            Header(request, "webhook-id"),
            Header(request, "webhook-timestamp"),
            Header(request, "webhook-signature"),
            await request.Content!.ReadAsStringAsync(cancellationToken),
            request.RequestUri!);
        received.Enqueue(callback);
        await Meanwhile(callback);
        if (Answer(callback) is { } status) return new HttpResponseMessage(status) { Content = new StringContent(Says) };
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("It waited for ever.");
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues(name).Single();
}
