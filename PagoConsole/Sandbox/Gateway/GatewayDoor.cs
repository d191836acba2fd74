using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using PagoConsole.Sandbox.Faults;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>Stands before every gateway call: reads the body, checks the signature, and lets go wrong what is to go wrong.</summary>
internal sealed class GatewayDoor(
    SandboxCredentials credentials, FaultBox faults, LongHold hold, IOptions<SandboxSettings> settings, TimeProvider time)
    : IEndpointFilter
{
    private const int LargestBody = 64 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var requestId = SandboxIds.New("req_", time.GetUtcNow());
        http.Response.Headers["X-Request-Id"] = requestId;
        var body = await ReadAsync(http);
        http.Features.Set(new GatewayCall(requestId, body ?? default));

        var now = faults.Current;
        if (now.DelayMs > 0) await Task.Delay(now.DelayMs, http.RequestAborted);
        if (now.Unavailable) return GatewayAnswers.Refuse(http, new(GatewayCode.Maintenance, "in maintenance"));
        if (now.AnswerCode is { } code) return GatewayAnswers.Refuse(http, new((GatewayCode)code, "as the simulator was told to answer"));
        if (body is null) return GatewayAnswers.Refuse(http, GatewayError.Invalid("the body is over 64 KiB"));
        if (Check(http, body.Value) is { } forged) return GatewayAnswers.Refuse(http, forged);

        var fault = faults.ThrowForCall(isCreate: http.Request.Path.Value!.EndsWith("/payment", StringComparison.Ordinal));
        var isDone = fault is CallFault.None or CallFault.ErrorDone or CallFault.TimeoutDone;
        var answer = isDone ? await next(context) : Error(http);
        return fault switch
        {
            CallFault.None => answer,
            CallFault.ErrorDone or CallFault.ErrorUndone => Error(http),
            CallFault.MaintenanceUndone => GatewayAnswers.Refuse(http, new(GatewayCode.Maintenance, "in maintenance")),
            CallFault.TimeoutDone or CallFault.TimeoutUndone => await hold.AsLongAsync(http, answer),
        };
    }

    private static IResult Error(HttpContext http) => GatewayAnswers.Refuse(http, new(GatewayCode.InternalError, "internal error"));

    private GatewayError? Check(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var headers = http.Request.Headers;
        // What stood on the request line; a server without one (in-memory tests) has the decoded path only.
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is { Length: > 0 } raw
            ? raw : http.Request.GetEncodedPathAndQuery();
        return RequestSignature.Check(
            new(headers["X-Client-Id"], headers["X-Timestamp"], headers["X-Signature"], http.Request.Method, target, body),
            credentials, time.GetUtcNow(), TimeSpan.FromSeconds(settings.Value.ClockSkewSeconds));
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0;)
        {
            if (body.Length + read > LargestBody) return null;
            body.Write(chunk, 0, read);
        }
        return body.ToArray();
    }
}
