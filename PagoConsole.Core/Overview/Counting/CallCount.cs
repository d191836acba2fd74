using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.PagoEfectivo;

namespace PagoConsole.Core.Overview.Counting;

/// <summary>What PagoEfectivo was called for.</summary>
public enum CallKind
{
    /// <summary>To make a payable code.</summary>
    Create,

    /// <summary>To ask about one.</summary>
    Find,

    /// <summary>To call one off.</summary>
    Cancel,

    /// <summary>To send money back.</summary>
    Refund,

    /// <summary>For a day's report.</summary>
    Report,
}

/// <summary>How many HTTP attempts of five minutes ended in one way and within one time.</summary>
public sealed class CallCount
{
    /// <summary>When the five minutes began.</summary>
    public required DateTimeOffset Slot { get; init; }

    /// <summary>What was called.</summary>
    public required CallKind Call { get; init; }

    /// <summary>How it ended.</summary>
    public required GatewayFault Fault { get; init; }

    /// <summary>PagoEfectivo's error code; 0 where it named none.</summary>
    public required int Code { get; init; }

    /// <summary>Within how many milliseconds, as one of <see cref="CallTimes.Bounds"/>.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>How many.</summary>
    public required long Count { get; init; }
}

/// <summary>The times by which calls are told apart.</summary>
public static class CallTimes
{
    /// <summary>How long a slot is.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(5);

    /// <summary>The upper ends, in milliseconds, about a quarter apart; what took longer stands under <see cref="Buckets.More"/>.</summary>
    public static IReadOnlyList<int> Bounds { get; } =
    [
        5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000,
        10_000, 12_500, 16_000, 20_000, 25_000, 31_500,
    ];
}

internal sealed class CallCountTable : IEntityTypeConfiguration<CallCount>
{
    public void Configure(EntityTypeBuilder<CallCount> builder) =>
        builder.ToTable("call_counts").HasKey(c => new { c.Slot, c.Call, c.Fault, c.Code, c.Milliseconds });
}
