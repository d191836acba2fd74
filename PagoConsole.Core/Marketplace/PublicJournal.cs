using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;

namespace PagoConsole.Core.Marketplace;

/// <summary>What of the journal the marketplace may see, in the timeline of an order and in the live feed for programs.</summary>
public static class PublicJournal
{
    private const string Door = "door/";
    private static readonly string Orders = Order.StreamOf("");

    /// <summary>
    /// Who of our colleagues looked at what, and who has it in hand, is no matter of the marketplace; nor is a decision before it takes effect, as it
    /// may be taken back.
    /// </summary>
    internal static readonly string[] Internal =
    [
        OrderEvents.Unmasked, OrderEvents.DeliveryUnmasked, OrderEvents.PackMade, OrderEvents.HoldPlaced, OrderEvents.HoldLifted,
        ReviewEvents.Claimed, ReviewEvents.Released, ReviewEvents.TakenOver, ReviewEvents.Escalated, ReviewEvents.FirstApproval,
        ReviewEvents.Decided, ReviewEvents.TakenBack, MoneyEvents.Chosen, MoneyEvents.LookedUp, MoneyEvents.Old, MoneyEvents.PayeeSeen, MoneyEvents.ProofTaken,
        DisputeEvents.Assigned, DisputeEvents.Released, DisputeEvents.Classified, DisputeEvents.Postponed, DisputeEvents.ProofTicked, DisputeEvents.FileAttached,
        DisputeEvents.FileTaken, DisputeEvents.Reopened,
    ];

    /// <summary>Whether it may see an entry: what happened to orders and at the webhook door; not what people did with rules, users, keys and days.</summary>
    public static bool Shows(JournalEntry entry) =>
        (entry.Stream.StartsWith(Orders, StringComparison.Ordinal) || entry.Stream.StartsWith(Door, StringComparison.Ordinal))
        && !Internal.Contains(entry.Kind);
}
