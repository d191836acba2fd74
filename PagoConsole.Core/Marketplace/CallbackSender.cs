using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>Sends one message to the marketplace, signed anew at each try under the same <c>webhook-id</c>.</summary>
internal sealed class CallbackSender(
    IHttpClientFactory clients, IOptionsMonitor<MarketplaceOptions> options, SelfAddress self, CallbackPatience patience)
{
    public const string Client = "Callbacks";
    private const string Sandbox = "sandbox/marketplace/callbacks";

    public async Task<CallbackOutcome> SendAsync(OutboxMessage message, CancellationToken ct)
    {
        if (Writes.InTransaction) throw new InvalidOperationException("A callback was sent inside a transaction.");
        if (ct.IsCancellationRequested || patience.Real.GetUtcNow() + patience.Answer > message.LeaseUntil)
            return new CallbackOutcome(message, CallbackEnd.NotSent, "");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience.Answer);
        try
        {
            using var request = Request(message, await AddressAsync(ct));
            using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new CallbackOutcome(message, EndOf(response.StatusCode), ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }
        catch (OperationCanceledException)
        {
            return ct.IsCancellationRequested
                ? new CallbackOutcome(message, CallbackEnd.NotSent, "")
                : new CallbackOutcome(message, CallbackEnd.Failed, "timeout");
        }
        catch (HttpRequestException failure)
        {
            return new CallbackOutcome(message, CallbackEnd.Failed, failure.HttpRequestError.ToString());
        }
    }

    private static CallbackEnd EndOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and <= 299 => CallbackEnd.Delivered,
        410 => CallbackEnd.Gone,
        _ => CallbackEnd.Failed,
    };

    private HttpRequestMessage Request(OutboxMessage message, Uri address)
    {
        // The receiver compares the timestamp with its own clock, so it is the real one.
        var timestamp = patience.Real.GetUtcNow().ToUnixTimeSeconds();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(StandardWebhookSignature.IdHeader, message.MessageId);
        request.Headers.Add(StandardWebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            StandardWebhookSignature.SignatureHeader,
            StandardWebhookSignature.Of(options.CurrentValue.Secrets, message.MessageId, timestamp, message.Body));
        return request;
    }

    private async ValueTask<Uri> AddressAsync(CancellationToken ct) =>
        options.CurrentValue.CallbackUrl is { } url ? new Uri(url) : new Uri(await self.WhenKnownAsync(ct), "/" + Sandbox);
}
