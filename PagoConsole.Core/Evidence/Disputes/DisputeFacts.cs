using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>What the console has itself that proves something in a dispute.</summary>
public sealed record DisputeFacts
{
    /// <summary>When the buyer paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The code that was paid.</summary>
    public string? Cip { get; init; }

    /// <summary>Where.</summary>
    public string? Channel { get; init; }

    /// <summary>PagoEfectivo's id of the money.</summary>
    public string? TransactionId { get; init; }

    /// <summary>When the goods were handed to a carrier.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>The carrier and its number for the parcel.</summary>
    public string? Tracking { get; init; }

    /// <summary>When they were delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>Who received them, masked for whoever may not see it.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>Whether that is the buyer's own name.</summary>
    public bool ReceivedByBuyer { get; init; }

    /// <summary>When somebody last logged in to the account from the device of the order, within the day around it.</summary>
    public DateTimeOffset? SameDeviceAt { get; init; }

    /// <summary>Earlier orders of the account that were paid and to which nobody objected; no more are counted than <see cref="MostEarlier"/>.</summary>
    public int EarlierOrders { get; init; }

    /// <summary>Answers of the marketplace to questions about the order.</summary>
    public int Answers { get; init; }

    /// <summary>Money that went back.</summary>
    public IReadOnlyList<Money> Refunded { get; init; } = [];

    /// <summary>How many earlier orders are looked at.</summary>
    public const int MostEarlier = 20;

    /// <summary>Whether they hold an item.</summary>
    public bool Has(ProofItem item) => item switch
    {
        ProofItem.Payment => PaidAt is not null,
        ProofItem.Shipment => ShippedAt is not null,
        ProofItem.Delivery => DeliveredAt is not null,
        ProofItem.Recipient => ReceivedByBuyer,
        ProofItem.Device => SameDeviceAt is not null,
        ProofItem.EarlierOrders => EarlierOrders > 0,
        ProofItem.Communication => Answers > 0,
        ProofItem.RefundMade => Refunded.Count > 0,
        ProofItem.Description or ProofItem.Terms => false,
    };
}
