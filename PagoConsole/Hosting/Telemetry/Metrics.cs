using OpenTelemetry.Metrics;

namespace PagoConsole.Hosting.Telemetry;

/// <summary><c>/metrics</c> in Prometheus text: requests by route, the server, the runtime, calls to others. No order, no person.</summary>
internal static class Metrics
{
    public const string Path = "/metrics";

    // The framework measures by itself; those of components would be hundreds of lines.
    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics",
        "System.Net.Http", "System.Runtime", "Npgsql", "Polly",
    ];

    public static WebApplicationBuilder AddMetrics(this WebApplicationBuilder builder)
    {
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Meters)
            .AddPrometheusExporter());
        return builder;
    }

    public static WebApplication MapMetrics(this WebApplication app)
    {
        app.MapPrometheusScrapingEndpoint(Path).AllowAnonymous();
        return app;
    }
}
