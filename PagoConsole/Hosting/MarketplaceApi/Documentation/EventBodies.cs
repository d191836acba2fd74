using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Hosting.MarketplaceApi.Documentation;

[Description("Why an order is cancelled. The body may be left out.")]
internal sealed record CancelBody
{
    [Description("In a few words.")]
    [MaxLength(200)]
    public string? Reason { get; init; }
}

[Description("That an order was handed to a carrier.")]
internal sealed record ShipmentBody
{
    [Length(1, 100)]
    public required string Carrier { get; init; }

    [Length(1, 100)]
    public required string TrackingNumber { get; init; }

    public required DateTimeOffset ShippedAt { get; init; }
}

[Description("That an order was received.")]
internal sealed record DeliveryBody
{
    public required DateTimeOffset DeliveredAt { get; init; }

    [Description("Who received it; kept apart as personal data.")]
    [Length(1, 200)]
    public required string ReceivedBy { get; init; }
}

[Description("Money that is to go back to the buyer.")]
internal sealed record RefundBody
{
    [Description("In the order's currency. Refunds together never exceed what was received.")]
    [WireAmount]
    public required decimal Amount { get; init; }

    [Length(1, 500)]
    public required string Reason { get; init; }
}

[Description("That the buyer's side disputes the order.")]
internal sealed record DisputeBody
{
    [Length(1, 2000)]
    public required string Reason { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    [Description("Until when it must be answered.")]
    public DateTimeOffset? DueAt { get; init; }

    [Description("How much is disputed, in the order's currency; all of it where it is absent.")]
    [WireAmount]
    public decimal? Amount { get; init; }
}

[Description("Whether an order turned out to be fraud.")]
internal sealed record LabelBody
{
    public required bool Fraud { get; init; }

    [Description("Where that is known from.")]
    [Length(1, 100)]
    public required string Source { get; init; }
}

[Description("The answer to order.information_requested.")]
internal sealed record InformationBody
{
    [Length(1, 4000)]
    public required string Text { get; init; }
}

[Description("A login at the marketplace.")]
internal sealed record LoginBody
{
    [Length(1, 128)]
    public required string AccountId { get; init; }

    [Description("IPv4 or IPv6.")]
    [MaxLength(45)]
    public required string Ip { get; init; }

    [Length(1, 256)]
    public required string DeviceFingerprint { get; init; }

    [Description("At most 5 minutes in the future.")]
    public required DateTimeOffset At { get; init; }

    public required bool Success { get; init; }
}
