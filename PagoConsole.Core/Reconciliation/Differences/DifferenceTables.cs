using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Reconciliation.Differences;

internal sealed class DifferenceTable : IEntityTypeConfiguration<Difference>
{
    public void Configure(EntityTypeBuilder<Difference> builder)
    {
        builder.ToTable("differences").HasKey(d => d.DifferenceId);
        builder.Property(d => d.Records).HasColumnType("text");
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.AtStake);
        builder.Ignore(d => d.IsOpen);
        builder.Ignore(d => d.AwaitsSecond);
        builder.Ignore(d => d.IsMoneyOfNoOrder);
        builder.Ignore(d => d.Stream);
        builder.HasIndex(d => new { d.Day, d.Kind, d.Fact }).IsUnique();
        builder.HasIndex(d => new { d.Day, d.State });
        builder.HasIndex(d => new { d.State, d.FoundAt, d.DifferenceId });
        builder.HasIndex(d => d.OrderId);
        builder.HasIndex(d => d.PaymentId);
        builder.HasIndex(d => new { d.MoneyCaseId, d.State });
    }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<AttachmentRow>
{
    public void Configure(EntityTypeBuilder<AttachmentRow> builder)
    {
        builder.ToTable("difference_attachments").HasKey(a => a.AttachmentId);
        builder.HasIndex(a => new { a.DifferenceId, a.UploadedAt });
        builder.HasOne<Difference>().WithMany().HasForeignKey(a => a.DifferenceId);
    }
}
