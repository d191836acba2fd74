using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace PagoConsole.Core.Foundation.Telemetry;

/// <summary>
/// One trace for each order, from its placing to its last callback, over hours, restarts and nodes. Its id is made from the order's id, so nothing needs to
/// be carried along or stored: every step computes it. The request or job in whose course a step was taken is linked to it, and names the order.
/// </summary>
public static class OrderTrace
{
    /// <summary>The name under which steps are published.</summary>
    public const string Name = "PagoConsole.Orders";

    /// <summary>The attribute that names the order.</summary>
    public const string OrderId = "pago.order_id";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>The trace of an order; both ids are parts of a hash of its id.</summary>
    public static ActivityContext Of(string orderId)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"order/{orderId}"), hash);
        if (BinaryPrimitives.ReadUInt64BigEndian(hash[16..]) == 0) hash[23] = 1; // an id of noughts means none
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash.Slice(16, 8)), ActivityTraceFlags.Recorded, isRemote: true);
    }

    /// <summary>Begins a step of an order; null if nobody listens.</summary>
    /// <param name="step">What is done, for example <c>gateway.create</c>.</param>
    /// <param name="orderId">To which order.</param>
    /// <param name="kind">Whether another system takes part.</param>
    public static Activity? Begin(string step, string orderId, ActivityKind kind = ActivityKind.Internal)
    {
        if (!Source.HasListeners()) return null;
        var around = Activity.Current;
        var trace = Of(orderId);
        if (around is not null && around.TraceId == trace.TraceId) return Source.StartActivity(step, kind)?.SetTag(OrderId, orderId);

        // A batch is about many orders: it is linked to each, and named after none.
        around?.AddLink(new ActivityLink(trace));
        return Source.StartActivity(step, kind, trace, [new(OrderId, orderId)], around is null ? null : [new ActivityLink(around.Context)]);
    }

    /// <summary>Says of the request that is being answered which order it is about.</summary>
    public static void Names(string orderId) => Activity.Current?.SetTag(OrderId, orderId);
}
