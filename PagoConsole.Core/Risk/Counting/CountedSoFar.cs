using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>How far a source has been counted.</summary>
public sealed class RuleCursor
{
    /// <summary>The source.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the last row that counts already.</summary>
    public required long Position { get; init; }
}

/// <summary>Which label of an order counts already.</summary>
public sealed class CountedLabel
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Fraud, or good.</summary>
    public required bool Fraud { get; init; }
}

/// <summary>How far the figures of the rules are behind what happened.</summary>
/// <param name="Done">The share of all there is that counts already; 1 when it is all.</param>
/// <param name="Behind">Whether figures are still noticeably too low.</param>
public sealed record CountedSoFar(double Done, bool Behind)
{
    /// <summary>The journal.</summary>
    internal const string Journal = "journal";

    /// <summary>What is said about orders being fraud.</summary>
    internal const string Labels = "labels";

    /// <summary>Entries that a second or two may bring; fewer than so many are no matter.</summary>
    private const long Noticeable = 2000;

    internal static async Task<CountedSoFar> ReadAsync(PagoDb db, CancellationToken ct)
    {
        var last = Convert.ToInt64(await db.ScalarAsync("SELECT max(seq) FROM journal", [], ct) ?? 0L, null);
        var counted = Convert.ToInt64(await db.ScalarAsync("SELECT position FROM rule_counting WHERE name = @p0", [Journal], ct) ?? 0L, null);
        return new(last == 0 ? 1 : Math.Min(1, (double)counted / last), last - counted > Noticeable);
    }
}

internal sealed class RuleCursorTable : IEntityTypeConfiguration<RuleCursor>
{
    public void Configure(EntityTypeBuilder<RuleCursor> builder)
    {
        builder.ToTable("rule_counting").HasKey(c => c.Name);
        builder.Property(c => c.Name).HasMaxLength(40);
    }
}

internal sealed class CountedLabelTable : IEntityTypeConfiguration<CountedLabel>
{
    public void Configure(EntityTypeBuilder<CountedLabel> builder)
    {
        builder.ToTable("counted_labels").HasKey(c => c.OrderId);
        builder.Property(c => c.OrderId).HasMaxLength(64);
    }
}
