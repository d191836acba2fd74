using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Serilog.Core;
using Serilog.Events;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>All that a console says of itself to others: its log, and the traces that it would send.</summary>
internal sealed class Overheard : BaseProcessor<Activity>, ILogEventSink
{
    /// <summary>Everything is logged, and traces go to a collector that is not there.</summary>
    public static readonly string[] Settings =
    [
        "--Telemetry:OtlpEndpoint=http://127.0.0.1:9",
        "--Serilog:MinimumLevel:Default=Debug",
        .. ((string[])["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System.Net.Http", "Polly", "Hangfire", "Microsoft.AspNetCore.DataProtection", "PagoConsole.Hosting.MarketplaceApi.ApiKeyScheme"])
            .Select(source => $"--Serilog:MinimumLevel:Override:{source}=Debug"),
    ];

    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<Activity> Steps { get; } = new();

    /// <summary>Every trace as text, one a line.</summary>
    public IEnumerable<string> Traces => Steps.Select(step => string.Join(
        ' ',
        [
            "trace:", step.Source.Name, step.DisplayName, step.OperationName, step.StatusDescription, step.TraceStateString,
            .. step.TagObjects.Concat(step.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)))
                .Concat(step.Events.SelectMany(e => e.Tags)).Concat(step.Links.SelectMany(link => link.Tags ?? [])).Select(tag => $"{tag.Key}={tag.Value}"),
            .. step.Events.Select(e => e.Name),
        ]));

    public void Listen(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ILogEventSink>(this);
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(this));
    }

    public void Emit(LogEvent logEvent) => Lines.Enqueue(
        $"log: {logEvent.RenderMessage(CultureInfo.InvariantCulture)} {string.Join(' ', logEvent.Properties.Select(p => $"{p.Key}={p.Value}"))} {logEvent.Exception}");

    public override void OnEnd(Activity data) => Steps.Enqueue(data);
}
