using System.Diagnostics.Metrics;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Core.Webhooks;

/// <summary>What is measured at the door besides the framework's figures of its requests.</summary>
internal static class DoorMeasures
{
    /// <summary>All that were turned away; the journal has only samples of them.</summary>
    public static readonly Counter<long> Refused = Measuring.Counter("pago.webhook.refused", "delivery", "Deliveries that were turned away, by verdict");
}
