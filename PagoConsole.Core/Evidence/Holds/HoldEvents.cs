using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.Holds;

/// <summary>What happens with legal holds, as the journal names it.</summary>
public static class HoldEvents
{
    /// <summary>How all of these kinds begin.</summary>
    public const string Prefix = "hold.";

    /// <summary>One was placed; the reason is the entry's private part.</summary>
    public const string Placed = OrderEvents.HoldPlaced;

    /// <summary>One was lifted; the reason is the entry's private part.</summary>
    public const string Lifted = OrderEvents.HoldLifted;

    /// <summary>The name that placing, lifting and erasing take turns by.</summary>
    internal const string Turn = "retention/holds";

    /// <summary>The stream of a hold: the order's own where it is on one.</summary>
    public static string StreamOf(LegalHold hold) => hold.Kind == HeldKind.Order ? Order.StreamOf(hold.Value) : $"hold/{hold.HoldId}";
}
