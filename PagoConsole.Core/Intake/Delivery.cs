using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Intake;

/// <summary>That an order was received, as the marketplace tells it.</summary>
/// <param name="DeliveredAt">When it was received.</param>
/// <param name="ReceivedBy">Who received it: personal data.</param>
public sealed record DeliveryContent(DateTimeOffset DeliveredAt, string ReceivedBy);

/// <summary>The one delivery of an order.</summary>
public sealed class Delivery
{
    /// <summary>Longest name of who received it.</summary>
    public const int LongestName = 200;

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset DeliveredAt { get; init; }

    /// <summary>Who received it: personal data.</summary>
    public required string ReceivedBy { get; init; }

    /// <summary>When we were told.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who told us.</summary>
    public required string RecordedBy { get; init; }

    internal bool Says(DeliveryContent content) => DeliveredAt.IsSameInstant(content.DeliveredAt) && ReceivedBy == content.ReceivedBy;
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries").HasKey(d => d.OrderId);
        builder.Property(d => d.OrderId).HasMaxLength(64);
        builder.Property(d => d.ReceivedBy).HasMaxLength(Delivery.LongestName);
        builder.HasOne<Order>().WithOne().HasForeignKey<Delivery>(d => d.OrderId);
    }
}
