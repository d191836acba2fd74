using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Intake;

/// <summary>What the marketplace answered when a reviewer asked for more. May hold personal data.</summary>
public sealed class InformationAnswer
{
    /// <summary>Longest answer.</summary>
    public const int LongestText = 4000;

    /// <summary>Grows.</summary>
    public long Id { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The answer.</summary>
    public required string Text { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Who answered.</summary>
    public required string AnsweredBy { get; init; }
}

internal sealed class InformationAnswerTable : IEntityTypeConfiguration<InformationAnswer>
{
    public void Configure(EntityTypeBuilder<InformationAnswer> builder)
    {
        builder.ToTable("information_answers").HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedOnAdd();
        builder.Property(a => a.OrderId).HasMaxLength(64);
        builder.Property(a => a.Text).HasMaxLength(InformationAnswer.LongestText);
        builder.HasIndex(a => new { a.OrderId, a.Id });
        builder.HasOne<Order>().WithMany().HasForeignKey(a => a.OrderId);
    }
}
