using System.Diagnostics.Metrics;
using PagoConsole.Core.Foundation.Telemetry;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>What is measured of the live feed.</summary>
internal static class FeedMeasures
{
    public static readonly UpDownCounter<int> Connections =
        Measuring.Meter.CreateUpDownCounter<int>("pago.feed.connections", "{connection}", "Programs that listen");

    public static readonly Counter<long> Events =
        Measuring.Counter("pago.feed.events", "event", "Events given to the live feed, once for all who listen");

    public static readonly Counter<long> Ended =
        Measuring.Counter("pago.feed.ended", "connection", "Connections that we ended, by reason");
}
