using PagoConsole.Core.Storage;

namespace PagoConsole.Hosting.MarketplaceApi;

/// <summary>Around every call: its id, the limit of its key, and what becomes of a failure.</summary>
internal sealed partial class ApiEnvelope(ApiRateLimit limit, ILogger<ApiEnvelope> log) : IEndpointFilter
{
    private const int ClientIsGone = 499;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var requestId = RequestId.Of(http);
        if (limit.Take(ApiKeyScheme.CallerOf(http).Id) is { } wait) return ApiProblem.TooMany(wait);
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(ClientIsGone);
        }
        catch (BadHttpRequestException malformed)
        {
            return ApiProblem.Malformed(malformed.StatusCode);
        }
        catch (StoreBusyException)
        {
            return ApiProblem.Unavailable(); // said on purpose; a flood must not fill the log
        }
        catch (Exception outage) when (StoreOutage.Is(outage))
        {
            Log.StoreIsOut(log, requestId, outage);
            return ApiProblem.Unavailable();
        }
        catch (Exception failure)
        {
            Log.Failed(log, requestId, failure);
            return ApiProblem.Failed();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Request {RequestId} failed", EventName = "ApiRequestFailed")]
        public static partial void Failed(ILogger logger, string requestId, Exception failure);

        [LoggerMessage(2, LogLevel.Warning, "Request {RequestId} found the store out of reach", EventName = "ApiStoreOutage")]
        public static partial void StoreIsOut(ILogger logger, string requestId, Exception outage);
    }
}
