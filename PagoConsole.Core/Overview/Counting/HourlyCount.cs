using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>How often something happened within an hour, counted from the journal.</summary>
public sealed class HourlyCount
{
    /// <summary>What happened, as the journal names it.</summary>
    public required string Kind { get; init; }

    /// <summary>When the hour began. Lima's hours are those of UTC.</summary>
    public required DateTimeOffset Hour { get; init; }

    /// <summary>The currency of the orders it happened to; empty where it is about none.</summary>
    public required string Currency { get; init; }

    /// <summary>How often.</summary>
    public required long Count { get; init; }

    /// <summary>The amounts of those orders together, in hundredths.</summary>
    public required long Minor { get; init; }
}

/// <summary>How far a source has been counted.</summary>
public sealed class CountingCursor
{
    /// <summary>The source.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the last row that counts already.</summary>
    public required long Position { get; init; }
}

internal sealed class HourlyCountTable : IEntityTypeConfiguration<HourlyCount>
{
    public void Configure(EntityTypeBuilder<HourlyCount> builder)
    {
        builder.ToTable("hourly_counts").HasKey(c => new { c.Kind, c.Hour, c.Currency });
        builder.Property(c => c.Kind).HasMaxLength(60);
        builder.Property(c => c.Currency).HasMaxLength(3);
    }
}

internal sealed class CountingCursorTable : IEntityTypeConfiguration<CountingCursor>
{
    public void Configure(EntityTypeBuilder<CountingCursor> builder)
    {
        builder.ToTable("counting_cursors").HasKey(c => c.Name);
        builder.Property(c => c.Name).HasMaxLength(40);
    }
}
