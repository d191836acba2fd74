using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Review;

internal sealed class ReviewCaseTable : IEntityTypeConfiguration<ReviewCase>
{
    public void Configure(EntityTypeBuilder<ReviewCase> builder)
    {
        builder.ToTable("review_cases").HasKey(c => c.OrderId);
        builder.Property(c => c.OrderId).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.Amount);
        builder.HasIndex(c => new { c.State, c.HoldUntil });
        builder.HasIndex(c => new { c.State, c.EffectiveAt });
        builder.HasIndex(c => new { c.State, c.NextWarningAt });
        builder.HasIndex(c => c.DecidedAt);
        builder.HasIndex(c => c.OpenedAt);
        builder.HasOne<Order>().WithOne().HasForeignKey<ReviewCase>(c => c.OrderId);
    }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("review_views").HasKey(v => v.ViewId);
        builder.Property(v => v.ViewId).HasMaxLength(40);
        builder.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        builder.Property(v => v.Query).HasMaxLength(SavedView.LongestQuery);
        builder.HasIndex(v => new { v.Person, v.Name }).IsUnique();
    }
}
