using System.Globalization;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Secrets;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>Signs each attempt afresh, so that a repeat does not carry a timestamp that has grown old.</summary>
internal sealed class RequestSigner(IOptionsMonitor<PagoEfectivoOptions> options, SecretShelf shelf, TimeProvider time) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var settings = options.CurrentValue;
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var body = request.Content is null ? [] : ((FrozenContent)request.Content).Bytes;
        var signature = RestSignature.Of(
            settings.SecretKey, timestamp, request.Method.Method, request.RequestUri!.PathAndQuery, body);
        shelf.Used(SecretKind.Gateway, settings.SecretKey);
        Set(request, "X-Client-Id", settings.ClientId);
        Set(request, "X-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        Set(request, "X-Signature", signature);
        return base.SendAsync(request, cancellationToken);
    }

    private static void Set(HttpRequestMessage request, string header, string value)
    {
        request.Headers.Remove(header);
        request.Headers.Add(header, value);
    }
}
