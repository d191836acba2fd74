using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Reconciliation.Workbooks.Exports;

internal sealed class WorkbookTable : IEntityTypeConfiguration<Workbook>
{
    public void Configure(EntityTypeBuilder<Workbook> builder)
    {
        builder.ToTable("workbooks").HasKey(w => w.WorkbookId);
        builder.Property(w => w.Version).IsConcurrencyToken();
        builder.Ignore(w => w.Stream);
        builder.Ignore(w => w.IsUnderWay);
        builder.HasIndex(w => new { w.State, w.AskedAt });
        builder.HasIndex(w => new { w.AskedBy, w.AskedAt });
        builder.HasIndex(w => w.ExpiresAt);
    }
}

internal sealed class WorkbookChunkTable : IEntityTypeConfiguration<WorkbookChunk>
{
    public void Configure(EntityTypeBuilder<WorkbookChunk> builder)
    {
        builder.ToTable("workbook_chunks").HasKey(c => new { c.WorkbookId, c.Number });
        builder.HasOne<Workbook>().WithMany().HasForeignKey(c => c.WorkbookId).OnDelete(DeleteBehavior.Restrict);
    }
}
