using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Orders;

internal sealed class OrderTable : IEntityTypeConfiguration<Order>
{
    /// <summary>The index that holds what a match compares.</summary>
    public const string ForMatching = "ix_orders_for_matching";

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders").HasKey(o => o.OrderId);
        builder.Property(o => o.OrderId).HasMaxLength(64);
        builder.Property(o => o.AccountId).HasMaxLength(128);
        builder.Property(o => o.SellerId).HasMaxLength(128);
        builder.Property(o => o.PayToken).HasMaxLength(64);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.Amount);
        builder.Ignore(o => o.Stream);
        builder.HasIndex(o => new { o.PlacedAt, o.OrderId });
        builder.HasIndex(o => new { o.Status, o.PlacedAt, o.OrderId });
        builder.HasIndex(o => new { o.Status, o.DueAt });
        builder.HasIndex(o => new { o.NextPollAt });
        builder.HasIndex(o => o.PayToken).IsUnique();
        builder.HasIndex(o => new { o.ReceivedAt, o.OrderId });
        builder.HasIndex(o => o.FraudAt);
        builder.HasIndex(o => o.SellerId);

        // A day's orders are matched from the index alone: a million rows of the table would be read for four numbers each.
        builder.HasIndex(o => new { o.OrderId, o.Status, o.AmountMinor, o.Currency, o.Imported }).HasDatabaseName(ForMatching);
    }
}

internal sealed class OrderContentTable : IEntityTypeConfiguration<OrderContentRow>
{
    public void Configure(EntityTypeBuilder<OrderContentRow> builder)
    {
        builder.ToTable("order_contents").HasKey(c => c.OrderId);
        builder.HasOne<Order>().WithOne().HasForeignKey<OrderContentRow>(c => c.OrderId);
    }
}

internal sealed class OrderIdentifierTable : IEntityTypeConfiguration<OrderIdentifier>
{
    public void Configure(EntityTypeBuilder<OrderIdentifier> builder)
    {
        builder.ToTable("order_identifiers").HasKey(i => new { i.Kind, i.ValueHash, i.PlacedAt, i.OrderId });
        builder.Property(i => i.ValueHash).HasMaxLength(16);
        builder.Property(i => i.AccountId).HasMaxLength(128);
        builder.HasIndex(i => new { i.OrderId, i.Kind });
    }
}

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments").HasKey(p => p.PaymentId);
        builder.Property(p => p.PaymentId).HasMaxLength(128);
        builder.Property(p => p.Cip).HasMaxLength(32);
        builder.HasIndex(p => p.OrderId).IsUnique();
        builder.HasIndex(p => p.Cip);
        builder.HasIndex(p => new { p.PaidAt, p.PaymentId, p.OrderId, p.TransactionId });
        builder.HasOne<Order>().WithOne().HasForeignKey<Payment>(p => p.OrderId);
    }
}
