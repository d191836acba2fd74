using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Tuning.Shadow;

/// <summary>What a draft in shadow says of an order, beside what the version in force said.</summary>
public sealed class ShadowAssessment
{
    /// <summary>The run.</summary>
    public required string ShadowId { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version in force.</summary>
    public required int RuleSetVersion { get; init; }

    /// <summary>What that said.</summary>
    public required RiskOutcome Judged { get; init; }

    /// <summary>Its points.</summary>
    public required int JudgedScore { get; init; }

    /// <summary>The rules that counted for it, separated by commas.</summary>
    public required string JudgedHits { get; init; }

    /// <summary>What the draft says; null where it could not be judged by it.</summary>
    public RiskOutcome? Outcome { get; init; }

    /// <summary>Its points.</summary>
    public int Score { get; init; }

    /// <summary>The rules that count for it, separated by commas.</summary>
    public string Hits { get; init; } = "";

    /// <summary>The order's amount in céntimos of a sol.</summary>
    public required long StakeMinor { get; init; }

    /// <summary>Keeps both; without a verdict of the draft it says that there is none.</summary>
    public static ShadowAssessment Of(string shadowId, Order order, int version, BoundRules active, AssessmentResult judged, AssessmentResult? draft, DateTimeOffset at) => new()
    {
        ShadowId = shadowId,
        OrderId = order.OrderId,
        At = at,
        RuleSetVersion = version,
        Judged = judged.Outcome,
        JudgedScore = judged.Score,
        JudgedHits = HitsOf(judged),
        Outcome = draft?.Outcome,
        Score = draft?.Score ?? 0,
        Hits = draft is null ? "" : HitsOf(draft),
        StakeMinor = (long)Math.Round(active.Set.Rates.InSoles(order.Amount) * 100),
    };

    private static string HitsOf(AssessmentResult result) => string.Join(
        ',', result.Rules.Where(r => r is { Result: RuleResult.Hit, Mode: RuleMode.Enforce, Lifted: false }).Select(r => r.Rule).Distinct());
}

internal sealed class ShadowAssessmentTable : IEntityTypeConfiguration<ShadowAssessment>
{
    public void Configure(EntityTypeBuilder<ShadowAssessment> builder)
    {
        builder.ToTable("shadow_assessments").HasKey(a => new { a.ShadowId, a.OrderId });
        builder.Property(a => a.ShadowId).HasMaxLength(40);
        builder.Property(a => a.OrderId).HasMaxLength(64);
        builder.HasOne<ShadowRun>().WithMany().HasForeignKey(a => a.ShadowId);
        builder.HasOne<Order>().WithMany().HasForeignKey(a => a.OrderId);
    }
}
