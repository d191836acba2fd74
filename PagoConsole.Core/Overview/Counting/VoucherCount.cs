using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>What became of a voucher.</summary>
public enum VoucherOutcome
{
    /// <summary>It was made, and could be paid.</summary>
    Created,

    /// <summary>It was paid in time.</summary>
    Paid,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>It was called off.</summary>
    Cancelled,
}

/// <summary>Orders by amount.</summary>
public enum AmountBand
{
    /// <summary>Up to 50 soles.</summary>
    UpTo50,

    /// <summary>Up to 200 soles.</summary>
    UpTo200,

    /// <summary>Up to 1,000 soles.</summary>
    UpTo1000,

    /// <summary>Above 1,000 soles.</summary>
    Above1000,

    /// <summary>In another currency.</summary>
    OtherCurrency,
}

/// <summary>How many vouchers of a business day had an outcome.</summary>
public sealed class VoucherCount
{
    /// <summary>When the business day began on which they were made.</summary>
    public required DateTimeOffset Day { get; init; }

    /// <summary>The orders' amounts.</summary>
    public required AmountBand Band { get; init; }

    /// <summary>What became of them.</summary>
    public required VoucherOutcome Outcome { get; init; }

    /// <summary>Within how many minutes they were paid, as one of <see cref="VoucherMinutes.Bounds"/>; 0 for all else.</summary>
    public required int Minutes { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}

/// <summary>The minutes by which times to pay are told apart.</summary>
public static class VoucherMinutes
{
    /// <summary>The upper ends, in minutes; what took longer stands under <see cref="Buckets.More"/>.</summary>
    public static IReadOnlyList<int> Bounds { get; } =
        [1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720, 900, 1080, 1260, 1440, 2880];
}

internal sealed class VoucherCountTable : IEntityTypeConfiguration<VoucherCount>
{
    public void Configure(EntityTypeBuilder<VoucherCount> builder) =>
        builder.ToTable("voucher_counts").HasKey(c => new { c.Day, c.Band, c.Outcome, c.Minutes });
}
