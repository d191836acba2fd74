using System.Diagnostics.Metrics;
using System.Globalization;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>What is measured of calls to PagoEfectivo: each attempt.</summary>
internal static class GatewayMeasures
{
    private static readonly Histogram<double> Attempts =
        Measuring.Duration("pago.gateway.attempt.duration", "Attempts to call PagoEfectivo, by call, fault and PagoEfectivo's error code");

    public static void Observe(GatewayCall call, long began) => Attempts.Since(
        began, ("call", CallOf(call)), ("fault", call.Fault.ToString()), ("code", call.Code?.ToString(CultureInfo.InvariantCulture) ?? ""));

    // Never the path itself: it names a payment.
    private static string CallOf(GatewayCall call) => call switch
    {
        { Path: var path } when path.EndsWith("/cancel", StringComparison.Ordinal) => "cancel",
        { Path: var path } when path.EndsWith("/refund", StringComparison.Ordinal) => "refund",
        { Path: var path } when path.Contains("/report", StringComparison.Ordinal) => "report",
        { Method: "GET" } => "find",
        _ => "create",
    };
}
