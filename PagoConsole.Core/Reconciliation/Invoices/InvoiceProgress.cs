using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Reconciliation.Invoices;

/// <summary>How far orders have been looked through for such as have no invoice data of their own yet.</summary>
public sealed class InvoiceProgress
{
    /// <summary>The only row's key.</summary>
    public const string Orders = "orders";

    /// <summary>Its key.</summary>
    public required string Name { get; init; }

    /// <summary>When the last order that was looked at came in.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Its id.</summary>
    public string OrderId { get; set; } = "";
}

internal sealed class InvoiceProgressTable : IEntityTypeConfiguration<InvoiceProgress>
{
    public void Configure(EntityTypeBuilder<InvoiceProgress> builder)
    {
        builder.ToTable("invoice_progress").HasKey(p => p.Name);
        builder.Property(p => p.Name).HasMaxLength(20);
    }
}
