using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Evidence.Seals;

internal sealed class DailySealTable : IEntityTypeConfiguration<DailySeal>
{
    public void Configure(EntityTypeBuilder<DailySeal> builder)
    {
        builder.ToTable("daily_seals").HasKey(s => s.Day);
        builder.Property(s => s.KeyId).HasMaxLength(16);
        builder.Ignore(s => s.Statement);
    }
}

internal sealed class SealLeafTable : IEntityTypeConfiguration<SealLeaf>
{
    public void Configure(EntityTypeBuilder<SealLeaf> builder)
    {
        builder.ToTable("seal_leaves").HasKey(l => new { l.Day, l.Number });
        builder.HasIndex(l => new { l.Stream, l.Day }).IsUnique();
    }
}
