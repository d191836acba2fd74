using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Orders.Invoices;

internal sealed class InvoiceFactsTable : IEntityTypeConfiguration<InvoiceFacts>
{
    public void Configure(EntityTypeBuilder<InvoiceFacts> builder)
    {
        builder.ToTable("order_invoices").HasKey(i => i.OrderId);
        builder.Property(i => i.OrderId).HasMaxLength(64);
        builder.Property(i => i.Faults).HasConversion<int>(); // asked for bit by bit
        builder.HasOne<Order>().WithOne().HasForeignKey<InvoiceFacts>(i => i.OrderId);
    }
}
