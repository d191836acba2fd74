using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Hosting;

/// <summary>The webhook door on HTTP: reads at most what the door takes, and words its answer as PagoEfectivo does.</summary>
internal static class WebhookEndpoint
{
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Cookie", "Proxy-Authorization" };

    /// <summary>Maps <c>POST /webhook/pagoefectivo</c>.</summary>
    public static IEndpointRouteBuilder MapWebhookDoor(this IEndpointRouteBuilder app)
    {
        app.MapPost("/webhook/pagoefectivo", ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        return app;
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, WebhookDoor door, TimeProvider time)
    {
        var sender = http.Connection.RemoteIpAddress;
        // Of a stranger not a byte of the body is read.
        var (body, tooLarge) = door.MayKnock(sender) ? await ReadAsync(http.Request, http.RequestAborted) : (default, false);
        var answer = await door.ReceiveAsync(new Knock(sender, body, tooLarge, http.Request.Headers["X-Signature"], HeadersOf(http.Request)));
        if (answer.RetryAfter is { } wait) http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (answer.Code is null) return answer.Duplicate ? Results.Json(new { received = true, duplicate = true }) : Results.Json(new { received = true });
        var requestId = Ids.New("req", time.GetUtcNow());
        return answer.Field is null
            ? Results.Json(new { code = answer.Code, message = answer.Message, request_id = requestId }, statusCode: answer.Status)
            : Results.Json(new { code = answer.Code, message = answer.Message, field = answer.Field, request_id = requestId }, statusCode: answer.Status);
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool TooLarge)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        // Kestrel's own limit answers 413 in words of its own and breaks the connection; ours is told by the door.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (request.ContentLength > WebhookDoor.MostBytes) return (default, true);
        var buffer = ArrayPool<byte>.Shared.Rent(WebhookDoor.MostBytes + 1);
        try
        {
            var length = 0;
            int read;
            while (length <= WebhookDoor.MostBytes && (read = await request.Body.ReadAsync(buffer.AsMemory(length, WebhookDoor.MostBytes + 1 - length), ct)) > 0) length += read;
            return length > WebhookDoor.MostBytes ? (default, true) : (buffer.AsMemory(0, length).ToArray(), false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string HeadersOf(HttpRequest request) =>
        JsonSerializer.Serialize(request.Headers.Where(header => !NotKept.Contains(header.Key)).ToDictionary(header => header.Key, header => header.Value.ToString()));
}
