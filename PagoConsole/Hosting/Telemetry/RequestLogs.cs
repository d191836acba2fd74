using PagoConsole.Hosting.MarketplaceApi;
using Serilog;
using Serilog.Events;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>
/// One line a request: method, route, status, time. The route's pattern and not the path, because paths and query strings carry tokens
/// (a buyer's page, the hub's <c>access_token</c>).
/// </summary>
internal static class RequestLogs
{
    public static WebApplication UseRequestLogs(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            RequestId.Of(context); // while its header can still be set
            return next(context);
        });
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.IncludeQueryInRequestPath = false;
            options.MessageTemplate = "{Method} {Route} {StatusCode} in {Milliseconds:0.0} ms, request {RequestId}";
            options.GetMessageTemplateProperties = (context, _, milliseconds, status) =>
            [
                new("Method", new ScalarValue(context.Request.Method)),
                new("Route", new ScalarValue(RouteOf(context))),
                new("StatusCode", new ScalarValue(status)),
                new("Milliseconds", new ScalarValue(milliseconds)),
                new("RequestId", new ScalarValue(RequestId.Of(context))),
            ];
            options.GetLevel = (context, _, failure) => LevelOf(context, failure);
        });
        return app;
    }

    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? $"/{pattern.TrimStart('/')}" : "(no route)";

    private static LogEventLevel LevelOf(HttpContext context, Exception? failure) => context.Response.StatusCode switch
    {
        _ when failure is not null => LogEventLevel.Error,
        StatusCodes.Status503ServiceUnavailable => LogEventLevel.Warning,
        >= 500 => LogEventLevel.Error,

        // A flood of what is turned away at once must not fill the log; the door counts it, keeps samples, and metrics count the rest.
        StatusCodes.Status401Unauthorized or StatusCodes.Status429TooManyRequests => LogEventLevel.Debug,
        >= 400 when context.Request.Path.StartsWithSegments("/webhook") => LogEventLevel.Debug,
        >= 400 => LogEventLevel.Information,
        _ => IsOwnBusiness(context.Request) ? LogEventLevel.Information : LogEventLevel.Debug,
    };

    /// <summary>Programs' calls, by which somebody may ask later; pages, assets and probes are noise, and a delivery has its receipt.</summary>
    private static bool IsOwnBusiness(HttpRequest request) => request.Path.StartsWithSegments("/api");
}
