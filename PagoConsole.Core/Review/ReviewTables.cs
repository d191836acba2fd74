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
        builder.HasIndex(c => new { c.State, c.HoldUntil });
        builder.HasIndex(c => new { c.State, c.EffectiveAt });
        builder.HasOne<Order>().WithOne().HasForeignKey<ReviewCase>(c => c.OrderId);
    }
}
