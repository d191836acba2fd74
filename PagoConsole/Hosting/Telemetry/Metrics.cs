using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Hosting.Telemetry;

/// <summary><c>/metrics</c> in Prometheus text: our own figures, requests by route, the server, the runtime, calls to others. No order, no person.</summary>
internal static class Metrics
{
    public const string Path = "/metrics";

    // The framework measures by itself; those of components would be hundreds of lines.
    private static readonly string[] Meters =
    [
        Measuring.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Identity", "System.Net.Http", "System.Runtime", "Npgsql", "Polly",
    ];

    public static WebApplicationBuilder AddMetrics(this WebApplicationBuilder builder)
    {
        var metrics = builder.Services.AddOpenTelemetry().ConfigureResource(Traces.Describe).WithMetrics(metrics => metrics.AddMeter(Meters).AddPrometheusExporter());
        builder.Services.AddHostedService<BacklogGauges>();
        if (!Traces.HasCollector(builder.Configuration)) return builder;
        builder.Services.AddOptions<OtlpExporterOptions>("metrics").Configure<IOptions<TelemetryOptions>>((o, t) => Traces.Direct(o, t.Value, "metrics"));
        metrics.WithMetrics(sent => sent.AddOtlpExporter("metrics", _ => { }));
        return builder;
    }

    public static WebApplication MapMetrics(this WebApplication app)
    {
        app.MapPrometheusScrapingEndpoint(Path).AllowAnonymous();
        return app;
    }
}
