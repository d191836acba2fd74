using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Intake;

/// <summary>That the buyer's side disputes an order, as the marketplace tells it.</summary>
/// <param name="Reason">What they say.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="DueAt">Until when it must be answered.</param>
/// <param name="Amount">How much is disputed, in the order's currency; null for all of it.</param>
public sealed record DisputeContent(string Reason, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, decimal? Amount);

/// <summary>One dispute of an order; an order can have several.</summary>
public sealed partial class Dispute
{
    /// <summary>Longest reason.</summary>
    public const int LongestReason = 2000;

    /// <summary>Its id.</summary>
    public required string DisputeId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>SHA-256 of what was told: the same again is the same dispute.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>What they say; may hold personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Until when it must be answered.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How much is disputed, in hundredths of the order's currency; null for all of it.</summary>
    public long? AmountMinor { get; init; }

    /// <summary>When we were told.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who told us.</summary>
    public required string RecordedBy { get; init; }

    internal static byte[] HashOf(DisputeContent content, long? amountMinor) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"{content.OpenedAt.ToUnixTimeMilliseconds()}\n{content.DueAt?.ToUnixTimeMilliseconds()}\n{amountMinor}\n{content.Reason}")));
}

internal sealed class DisputeTable : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("disputes").HasKey(d => d.DisputeId);
        builder.Property(d => d.DisputeId).HasMaxLength(40);
        builder.Property(d => d.OrderId).HasMaxLength(64);
        builder.Property(d => d.ContentHash).HasMaxLength(32);
        builder.Property(d => d.Reason).HasMaxLength(Dispute.LongestReason);
        builder.HasIndex(d => new { d.OrderId, d.ContentHash }).IsUnique();
        builder.Property(d => d.PackSha256).HasMaxLength(64);
        builder.Property(d => d.State).HasDefaultValue(DisputeState.Open);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Ignore(d => d.Stream);
        builder.HasIndex(d => d.DueAt);
        builder.HasIndex(d => new { d.State, d.AnswerBy, d.DisputeId });
        builder.HasIndex(d => new { d.State, d.ClosedAt, d.DisputeId });
        builder.HasOne<Order>().WithMany().HasForeignKey(d => d.OrderId);
    }
}
