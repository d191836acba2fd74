using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Evidence.Aml.Rates;

/// <summary>How many soles a dollar is worth from a day on, with where that is from. Never changed: a better one of the same day stands beside it and holds.</summary>
public sealed class ExchangeRate
{
    /// <summary>Longest source.</summary>
    public const int LongestSource = 200;

    /// <summary>In how many parts of a sol a rate is kept.</summary>
    public const int Parts = 10_000;

    /// <summary>Grows.</summary>
    public long Id { get; init; }

    /// <summary>The first day in Lima for which it holds.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Soles for a dollar, in ten-thousandths.</summary>
    public required long Rate { get; init; }

    /// <summary>Who publishes it.</summary>
    public required string Source { get; init; }

    /// <summary>Who entered it.</summary>
    public required string EnteredBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>Soles for a dollar.</summary>
    public decimal PenPerUsd => Rate / (decimal)Parts;
}

internal sealed class ExchangeRateTable : IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<ExchangeRate> builder)
    {
        builder.ToTable("aml_rates").HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedOnAdd();
        builder.Property(r => r.Source).HasMaxLength(ExchangeRate.LongestSource);
        builder.Ignore(r => r.PenPerUsd);
        builder.HasIndex(r => new { r.Day, r.Id });
    }
}
