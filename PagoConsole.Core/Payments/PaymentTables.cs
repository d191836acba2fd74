using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Payments;

internal sealed class GatewayCommandTable : IEntityTypeConfiguration<GatewayCommand>
{
    public void Configure(EntityTypeBuilder<GatewayCommand> builder)
    {
        builder.ToTable("gateway_commands").HasKey(c => c.CommandId);
        builder.Property(c => c.Body).HasColumnType("text");
        builder.Ignore(c => c.Backoff);
        builder.HasIndex(c => new { c.State, c.NextAttemptAt });
        builder.HasIndex(c => new { c.OrderId, c.Kind });
        builder.HasOne<Order>().WithMany().HasForeignKey(c => c.OrderId);
    }
}

internal sealed class GatewayCallTable : IEntityTypeConfiguration<GatewayCallRow>
{
    public void Configure(EntityTypeBuilder<GatewayCallRow> builder)
    {
        builder.ToTable("gateway_calls").HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedOnAdd();
        builder.HasIndex(c => new { c.OrderId, c.Id });
        builder.HasIndex(c => c.RequestId);
    }
}

internal sealed class MoneyMovementTable : IEntityTypeConfiguration<MoneyMovement>
{
    public void Configure(EntityTypeBuilder<MoneyMovement> builder)
    {
        builder.ToTable("money_movements").HasKey(m => new { m.PaymentId, m.TransactionId, m.Kind });
        builder.Ignore(m => m.Amount);
        builder.HasIndex(m => m.OrderId);
        builder.HasIndex(m => new { m.Kind, m.At, m.Currency, m.AmountMinor });
        builder.HasIndex(m => m.SeenAt);
    }
}

internal sealed class RefundTable : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("refunds").HasKey(r => r.RefundId);
        builder.Ignore(r => r.IsOpen);
        builder.Ignore(r => r.Amount);
        builder.HasIndex(r => new { r.OrderId, r.RequestedAt });
        builder.HasOne<Order>().WithMany().HasForeignKey(r => r.OrderId);
    }
}
