using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>Section <c>Telemetry</c>: where traces and metrics are sent, besides <c>/metrics</c>, which anybody may scrape.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The variable that every OpenTelemetry program knows; it holds where <see cref="OtlpEndpoint"/> is not set.</summary>
    public const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The address of a collector: absolute, http or https.</summary>
    /// <value>Default: none; then nothing is traced and nothing sent.</value>
    public string? OtlpEndpoint { get; set; }

    /// <summary>How the collector is spoken to: <c>Grpc</c> or <c>HttpProtobuf</c>.</summary>
    /// <value>Default: <c>Grpc</c>.</value>
    public OtlpExportProtocol OtlpProtocol { get; set; } = OtlpExportProtocol.Grpc;

    /// <summary>The address for one kind of data; null where the standard variables say it.</summary>
    public Uri? AddressOf(string signal)
    {
        if (string.IsNullOrEmpty(OtlpEndpoint)) return null;
        return OtlpProtocol == OtlpExportProtocol.Grpc ? new Uri(OtlpEndpoint) : new Uri($"{OtlpEndpoint.TrimEnd('/')}/v1/{signal}");
    }
}

internal sealed class CheckTelemetry : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        string.IsNullOrEmpty(options.OtlpEndpoint)
        || (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}: takes an absolute http or https address");
}
