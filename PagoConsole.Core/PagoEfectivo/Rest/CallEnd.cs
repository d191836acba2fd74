namespace PagoConsole.Core.PagoEfectivo.Rest;

/// <summary>What a call that brought no success means. One attempt whose fate is open keeps the whole call open.</summary>
internal static class CallEnd
{
    /// <summary>An answer came.</summary>
    public static GatewayAnswer<T> Of<T>(CallTrail trail)
    {
        var reply = trail.Reply ?? throw new InvalidOperationException("A call without an answer has another end.");
        if (reply is not { Fault: GatewayFault.Refused, Error: { } error })
            return new GatewayAnswer<T>.Unknown(trail.Doubt ?? GatewayDoubt.Unreadable, reply.Error, reply.RetryAfter, trail.Calls);

        // Under one key PagoEfectivo would have repeated the first answer, so a final refusal settles the earlier attempts too. A
        // refusal at the door (signature, address, too many) says nothing about them.
        return trail.Doubt is { } doubt && error.Handling() != GatewayErrorHandling.Final
            ? new GatewayAnswer<T>.Unknown(doubt, error, reply.RetryAfter, trail.Calls)
            : new GatewayAnswer<T>.Refused(error, reply.Message ?? "", reply.Field, reply.RetryAfter, trail.Calls);
    }

    /// <summary>No answer came.</summary>
    public static GatewayAnswer<T> Without<T>(CallTrail trail, GatewayObstacle obstacle) => trail.Doubt is { } doubt
        ? new GatewayAnswer<T>.Unknown(doubt, trail.Reply?.Error, trail.Reply?.RetryAfter, trail.Calls)
        : new GatewayAnswer<T>.NotSent(obstacle, trail.Calls);

    /// <summary>The caller stopped waiting after something had left.</summary>
    public static GatewayAnswer<T> GaveUp<T>(CallTrail trail) =>
        new GatewayAnswer<T>.Unknown(GatewayDoubt.GaveUp, null, null, trail.Calls);
}
