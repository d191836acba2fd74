using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk;

/// <summary>That a rule fired for an order: one row however many of its tiers did. Serves the rules' figures by day and version.</summary>
public sealed class RuleHit
{
    /// <summary>The rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The business day (Lima) in which the order was placed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The rule set that it fired under.</summary>
    public required int RuleSetVersion { get; init; }

    /// <summary>Whether it counted.</summary>
    public required RuleMode Mode { get; init; }

    /// <summary>The hits of an assessment, one a rule.</summary>
    public static IEnumerable<RuleHit> Of(Order order, int version, AssessmentResult result) =>
        from rule in result.Rules
        where rule.Result == RuleResult.Hit
        group rule by rule.Rule into tiers
        select new RuleHit
        {
            Rule = tiers.Key,
            Day = Lima.DayOf(order.PlacedAt),
            OrderId = order.OrderId,
            RuleSetVersion = version,
            Mode = tiers.Max(tier => tier.Mode),
        };
}

internal sealed class RuleHitTable : IEntityTypeConfiguration<RuleHit>
{
    public void Configure(EntityTypeBuilder<RuleHit> builder)
    {
        builder.ToTable("rule_hits").HasKey(h => new { h.Rule, h.Day, h.OrderId });
        builder.Property(h => h.Rule).HasMaxLength(40);
        builder.Property(h => h.OrderId).HasMaxLength(64);
        builder.HasIndex(h => h.OrderId);
        builder.HasOne<Order>().WithMany().HasForeignKey(h => h.OrderId);
    }
}
