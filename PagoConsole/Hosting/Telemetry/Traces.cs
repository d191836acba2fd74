using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>Traces, where a collector is configured; without one nothing is traced, and a step costs nothing.</summary>
internal static class Traces
{
    /// <summary>Long connections and what is asked every few seconds tell nothing.</summary>
    private static readonly string[] Untold = ["/health", "/metrics", "/hubs", "/_blazor", "/_framework", "/_content", "/sandbox"];

    public static WebApplicationBuilder AddTraces(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<TelemetryOptions>(TelemetryOptions.Section);
        builder.Services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<TelemetryOptions>, CheckTelemetry>();
        if (!HasCollector(builder.Configuration)) return builder;
        builder.Services.AddOptions<OtlpExporterOptions>("traces").Configure<Microsoft.Extensions.Options.IOptions<TelemetryOptions>>((o, t) => Direct(o, t.Value, "traces"));
        builder.Services.AddOpenTelemetry().WithTracing(traces => traces
            .AddSource(OrderTrace.Name, WorkMeasures.TraceName, "System.Net.Http")
            .AddAspNetCoreInstrumentation(requests => requests.Filter = http => !Untold.Any(path => http.Request.Path.StartsWithSegments(path)))
            .AddProcessor(new TraceRedaction())
            .AddOtlpExporter("traces", _ => { }));
        return builder;
    }

    /// <summary>Whether anybody wants to be sent something.</summary>
    public static bool HasCollector(IConfiguration settings) =>
        !string.IsNullOrEmpty(settings[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}"]) || !string.IsNullOrEmpty(settings[TelemetryOptions.StandardEndpoint]);

    /// <summary>Points an exporter at the configured collector; the standard variables hold where we have none.</summary>
    public static void Direct(OtlpExporterOptions exporter, TelemetryOptions telemetry, string signal)
    {
        if (telemetry.AddressOf(signal) is not { } address) return;
        (exporter.Endpoint, exporter.Protocol) = (address, telemetry.OtlpProtocol);
    }

    public static void Describe(ResourceBuilder resource) =>
        resource.AddService("PagoConsole", serviceVersion: typeof(Traces).Assembly.GetName().Version?.ToString(3));
}
