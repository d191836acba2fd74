using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Intake;

/// <summary>That an order was handed to a carrier, as the marketplace tells it.</summary>
/// <param name="Carrier">Who carries it.</param>
/// <param name="TrackingNumber">The carrier's number.</param>
/// <param name="ShippedAt">When it was handed over.</param>
public sealed record ShipmentContent(string Carrier, string TrackingNumber, DateTimeOffset ShippedAt);

/// <summary>The one shipment of an order.</summary>
public sealed class Shipment
{
    /// <summary>Longest name of a carrier.</summary>
    public const int LongestCarrier = 100;

    /// <summary>Longest number of a carrier.</summary>
    public const int LongestNumber = 100;

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Who carries it.</summary>
    public required string Carrier { get; init; }

    /// <summary>The carrier's number.</summary>
    public required string TrackingNumber { get; init; }

    /// <summary>When it was handed over.</summary>
    public required DateTimeOffset ShippedAt { get; init; }

    /// <summary>When we were told.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who told us.</summary>
    public required string RecordedBy { get; init; }

    internal bool Says(ShipmentContent content) =>
        Carrier == content.Carrier && TrackingNumber == content.TrackingNumber && ShippedAt.IsSameInstant(content.ShippedAt);
}

internal sealed class ShipmentTable : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("shipments").HasKey(s => s.OrderId);
        builder.Property(s => s.OrderId).HasMaxLength(64);
        builder.Property(s => s.Carrier).HasMaxLength(Shipment.LongestCarrier);
        builder.Property(s => s.TrackingNumber).HasMaxLength(Shipment.LongestNumber);
        builder.HasOne<Order>().WithOne().HasForeignKey<Shipment>(s => s.OrderId);
    }
}
