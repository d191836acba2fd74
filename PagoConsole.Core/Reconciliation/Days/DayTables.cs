using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Reconciliation.Days;

internal sealed class ReconciledDayTable : IEntityTypeConfiguration<ReconciledDay>
{
    public void Configure(EntityTypeBuilder<ReconciledDay> builder)
    {
        builder.ToTable("reconciled_days").HasKey(d => d.DayId);
        builder.Property(d => d.DayId).HasMaxLength(10);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Stream);
        builder.HasIndex(d => d.Day).IsUnique();
        builder.HasIndex(d => d.NextPullAt);
    }
}

internal sealed class DayTotalTable : IEntityTypeConfiguration<DayTotal>
{
    public void Configure(EntityTypeBuilder<DayTotal> builder) => builder.ToTable("day_totals").HasKey(t => new { t.Day, t.Currency });
}
