using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Secrets;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Marketplace;

/// <summary>What was on the wire at one try.</summary>
/// <param name="At">When it was sent; its second is <c>webhook-timestamp</c>.</param>
/// <param name="Signature"><c>webhook-signature</c>.</param>
/// <param name="Took">How long the answer took.</param>
/// <param name="Status">Its status; null if none came.</param>
/// <param name="Fault">What went wrong if none came.</param>
/// <param name="Excerpt">How its body begins.</param>
public sealed record CallbackAnswer(DateTimeOffset At, string Signature, TimeSpan Took, int? Status, string? Fault, string? Excerpt)
{
    /// <summary>Who we say we are.</summary>
    public const string UserAgent = "PagoConsole/1.0";

    /// <summary>Any 2xx.</summary>
    public bool Taken => Status is >= 200 and <= 299;

    /// <summary>The status, or what went wrong.</summary>
    public string Word => Status?.ToString(CultureInfo.InvariantCulture) ?? Fault ?? "";
}

/// <summary>Posts to the marketplace's address, signed anew at each try.</summary>
internal sealed class CallbackPost(
    IHttpClientFactory clients, IOptionsMonitor<MarketplaceOptions> options, SecretShelf shelf, SelfAddress self, CallbackPatience patience)
{
    private const string Sandbox = "sandbox/marketplace/callbacks";

    /// <summary>Posts a body under an id, and waits for the answer no longer than its time.</summary>
    /// <exception cref="OperationCanceledException">The caller wants no more of it.</exception>
    public async Task<CallbackAnswer> SendAsync(string id, string body, CancellationToken ct)
    {
        if (Writes.InTransaction) throw new InvalidOperationException("A callback was sent inside a transaction.");

        // The receiver compares the timestamp with its own clock, so it is the real one.
        var (at, begun) = (patience.Real.GetUtcNow(), patience.Real.GetTimestamp());
        var secrets = options.CurrentValue.Secrets;
        var signature = StandardWebhookSignature.Of(secrets, id, at.ToUnixTimeSeconds(), body);
        foreach (var secret in secrets) shelf.Used(SecretKind.Callback, secret);
        CallbackAnswer Answer(int? status, string? fault, string? excerpt) =>
            new(at, signature, patience.Real.GetElapsedTime(begun), status, fault, excerpt);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience.Answer);
        try
        {
            using var request = Request(id, at, signature, body, await AddressAsync(ct));
            using var response = await clients.CreateClient(CallbackSender.Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return Answer((int)response.StatusCode, null, await AnswerExcerpt.ReadAsync(response.Content, limit.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Answer(null, "timeout", null);
        }
        catch (HttpRequestException failure)
        {
            return Answer(null, failure.HttpRequestError.ToString(), null);
        }
    }

    private static HttpRequestMessage Request(string id, DateTimeOffset at, string signature, string body, Uri address)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add(StandardWebhookSignature.IdHeader, id);
        request.Headers.Add(StandardWebhookSignature.TimestampHeader, at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(StandardWebhookSignature.SignatureHeader, signature);
        return request;
    }

    /// <summary>Where callbacks go.</summary>
    public async ValueTask<Uri> AddressAsync(CancellationToken ct) =>
        options.CurrentValue.CallbackUrl is { } url ? new Uri(url) : new Uri(await self.WhenKnownAsync(ct), "/" + Sandbox);
}
