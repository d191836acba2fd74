using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Hosting;

/// <summary>The webhook door on HTTP: reads at most what the door takes, and words its answer as PagoEfectivo does.</summary>
internal static class WebhookEndpoint
{
    private static readonly byte[] Received = """{"received":true}"""u8.ToArray();
    private static readonly byte[] ReceivedAgain = """{"received":true,"duplicate":true}"""u8.ToArray();
    /// <summary>Characters of a header that are kept, and bytes of all of them.</summary>
    private const int LongestKept = 500, MostKept = 4096;

    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Cookie", "Proxy-Authorization" };

    /// <summary>Maps <c>POST /webhook/pagoefectivo</c>.</summary>
    public static IEndpointRouteBuilder MapWebhookDoor(this IEndpointRouteBuilder app)
    {
        app.MapPost("/webhook/pagoefectivo", ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().WithMetadata(Door.Instance);
        return app;
    }

    /// <summary>Lets deliveries in before all that is for people: languages, sign-in, sessions, pages.</summary>
    public static WebApplication UseWebhookDoor(this WebApplication app)
    {
        app.Use((context, next) => context.GetEndpoint() is { RequestDelegate: { } door } endpoint && endpoint.Metadata.GetMetadata<Door>() is not null
            ? door(context)
            : next(context));
        return app;
    }

    private static async Task ReceiveAsync(HttpContext http, WebhookDoor door, TimeProvider time)
    {
        var sender = http.Connection.RemoteIpAddress;
        DoorAnswer answer;
        try
        {
            // Of a stranger not a byte of the body is read.
            var (body, tooLarge) = door.MayKnock(sender) ? await ReadAsync(http.Request, http.RequestAborted) : (default, false);
            answer = await door.ReceiveAsync(new Knock(sender, body, tooLarge, http.Request.Headers["X-Signature"], HeadersOf(http.Request)));
        }
        catch (BadHttpRequestException malformed)
        {
            // Ended too early, came too slowly, or was no HTTP: nothing was received that could be checked.
            answer = new DoorAnswer(malformed.StatusCode, 4000, "The request is malformed");
        }

        await AnswerAsync(http, answer, time);
    }

    private static Task AnswerAsync(HttpContext http, DoorAnswer answer, TimeProvider time)
    {
        if (answer.RetryAfter is { } wait) http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        byte[] words;
        if (answer.Code is null) words = answer.Duplicate ? ReceivedAgain : Received;
        else
        {
            var requestId = Ids.New("req", time.GetUtcNow());
            words = answer.Field is null
                ? JsonSerializer.SerializeToUtf8Bytes(new { code = answer.Code, message = answer.Message, request_id = requestId })
                : JsonSerializer.SerializeToUtf8Bytes(new { code = answer.Code, message = answer.Message, field = answer.Field, request_id = requestId });
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = words.Length;
        return http.Response.Body.WriteAsync(words, http.RequestAborted).AsTask();
    }

    private static async Task<(ReadOnlyMemory<byte> Body, bool TooLarge)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        // Kestrel's own limit answers 413 in words of its own and breaks the connection; ours is told by the door.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (request.ContentLength > WebhookDoor.MostBytes) return (default, true);
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            if (read.Buffer.Length > WebhookDoor.MostBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (default, true);
            }

            if (!read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var body = read.Buffer.ToArray();
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return (body, false);
        }
    }

    private static string HeadersOf(HttpRequest request)
    {
        var kept = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(kept);
        json.WriteStartObject();
        foreach (var (name, values) in request.Headers)
        {
            if (NotKept.Contains(name)) continue;
            if (json.BytesPending > MostKept) break;
            var value = values.Count == 1 ? values[0] ?? "" : values.ToString();
            json.WriteString(name.AsSpan(0, Math.Min(name.Length, LongestKept)), value.AsSpan(0, Math.Min(value.Length, LongestKept)));
        }

        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(kept.WrittenSpan);
    }

    private sealed class Door
    {
        public static Door Instance { get; } = new();
    }
}
