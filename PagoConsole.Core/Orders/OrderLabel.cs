using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Orders;

/// <summary>Whether an order turned out to be fraud, as somebody says. Which saying holds stands with the order: the strongest source's latest; all of them stay.</summary>
public sealed class OrderLabel
{
    /// <summary>Longest source.</summary>
    public const int LongestSource = 100;

    /// <summary>Grows with each saying.</summary>
    public long Id { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Fraud, or good.</summary>
    public required bool Fraud { get; init; }

    /// <summary>Where that is known from.</summary>
    public required string Source { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset LabelledAt { get; init; }

    /// <summary>Who said it.</summary>
    public required string LabelledBy { get; init; }
}

internal sealed class OrderLabelTable : IEntityTypeConfiguration<OrderLabel>
{
    public void Configure(EntityTypeBuilder<OrderLabel> builder)
    {
        builder.ToTable("order_labels").HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedOnAdd();
        builder.Property(l => l.OrderId).HasMaxLength(64);
        builder.Property(l => l.Source).HasMaxLength(OrderLabel.LongestSource);
        builder.HasIndex(l => new { l.OrderId, l.Id });
        builder.HasOne<Order>().WithMany().HasForeignKey(l => l.OrderId);
    }
}
