using Serilog;
using Serilog.Events;

namespace PagoConsole.Hosting.Telemetry;

/// <summary>The log: one line an event on standard output, ids only. Section <c>Serilog</c> changes levels.</summary>
internal static class Logs
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Adds the log; verbs have their words on standard output and so log to standard error.</summary>
    public static WebApplicationBuilder AddLogs(this WebApplicationBuilder builder, bool toStandardError = false)
    {
        builder.Services.AddSerilog((services, log) => log
            .MinimumLevel.Information()

            // These write query strings, SQL and calls line by line.
            .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)

            // A stack trace for every attempt of an outage. The attempts are kept with the order, and the circuit tells of the outage once.
            .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .MinimumLevel.Override("PagoConsole.Hosting.MarketplaceApi.ApiKeyScheme", LogEventLevel.Warning)

            // Warns at every start that keys lie unencrypted in our own database; docs/operations says so once.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .Enrich.With<LogRedaction>()
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .WriteTo.Console(
                outputTemplate: Line,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                standardErrorFromLevel: toStandardError ? LogEventLevel.Verbose : null), preserveStaticLogger: true); // each console of a process has a log of its own
        return builder;
    }
}
