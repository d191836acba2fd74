using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>An order that belongs to a case.</summary>
public sealed class AmlCaseOrder
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it.</summary>
    public required string AddedBy { get; init; }
}

internal sealed class AmlCaseTable : IEntityTypeConfiguration<AmlCase>
{
    public void Configure(EntityTypeBuilder<AmlCase> builder)
    {
        builder.ToTable("aml_cases").HasKey(c => c.CaseId);
        builder.Property(c => c.CaseId).HasMaxLength(40);
        builder.Property(c => c.Document).HasMaxLength(16);
        builder.Property(c => c.ReasonNames).HasMaxLength(400);
        builder.Property(c => c.ReportNumber).HasMaxLength(AmlCase.LongestNumber);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Stream);
        builder.Ignore(c => c.Reasons);
        builder.Ignore(c => c.Deadline);
        builder.Ignore(c => c.ReportedLate);
        builder.HasIndex(c => new { c.State, c.OpenedAt, c.CaseId });
        builder.HasIndex(c => c.Document);
    }
}

internal sealed class AmlCaseOrderTable : IEntityTypeConfiguration<AmlCaseOrder>
{
    public void Configure(EntityTypeBuilder<AmlCaseOrder> builder)
    {
        builder.ToTable("aml_case_orders").HasKey(o => new { o.CaseId, o.OrderId });
        builder.Property(o => o.CaseId).HasMaxLength(40);
        builder.Property(o => o.OrderId).HasMaxLength(64);
        builder.HasOne<AmlCase>().WithMany().HasForeignKey(o => o.CaseId);
        builder.HasOne<Order>().WithMany().HasForeignKey(o => o.OrderId);
    }
}
