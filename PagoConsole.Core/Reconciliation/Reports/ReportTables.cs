using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Reconciliation.Reports;

internal sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports").HasKey(r => r.ReportId);
        builder.HasIndex(r => new { r.Day, r.ArrivedAt });
    }
}

internal sealed class ReportChunkTable : IEntityTypeConfiguration<ReportChunk>
{
    public void Configure(EntityTypeBuilder<ReportChunk> builder)
    {
        builder.ToTable("report_chunks").HasKey(c => new { c.ReportId, c.Number });
        builder.HasOne<Report>().WithMany().HasForeignKey(c => c.ReportId);
    }
}
