using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk;

/// <summary>The assessment of an order as it was made: never changed, so that it can be explained years later.</summary>
public sealed class Assessment
{
    /// <summary>The order.</summary>
    public required string OrderId { get; init; }

    /// <summary>The rule set that judged it.</summary>
    public required int RuleSetVersion { get; init; }

    /// <summary>What came of it.</summary>
    public required RiskOutcome Outcome { get; init; }

    /// <summary>Its points.</summary>
    public required int Score { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><see cref="OrderFacts"/> as JSON, without what is personal.</summary>
    public required string Facts { get; init; }

    /// <summary>Every <see cref="AssessedRule"/> as JSON.</summary>
    public required string Rules { get; init; }

    /// <summary>Every rule that was evaluated.</summary>
    public IReadOnlyList<AssessedRule> ReadRules() => JsonSerializer.Deserialize<List<AssessedRule>>(Rules, RuleSet.Json) ?? [];

    /// <summary>Records a result.</summary>
    public static Assessment Of(int version, FactPlan plan, OrderFacts facts, AssessmentResult result, DateTimeOffset at) => new()
    {
        OrderId = facts.Order.OrderId,
        RuleSetVersion = version,
        Outcome = result.Outcome,
        Score = result.Score,
        At = at,
        Facts = facts.ToJson(plan),
        Rules = JsonSerializer.Serialize(result.Rules, RuleSet.Json),
    };

    /// <summary>The decision as the marketplace sees it (JSON of contract §1): outcome, score, version and the rules that fired.</summary>
    public static string DecisionJson(int version, AssessmentResult result) => JsonSerializer.Serialize(
        new
        {
            result.Outcome,
            result.Score,
            ruleSetVersion = version,
            hits = result.Rules.Where(r => r.Result == RuleResult.Hit)
                .Select(HitJson),
        },
        OrderDocument.Json);

    /// <summary>A rule that fired; only one that trust dropped says so.</summary>
    private static object HitJson(AssessedRule r) => r.Lifted
        ? new { r.Rule, r.Mode, r.Action, r.Score, r.Observed, r.Threshold, r.Lifted }
        : new { r.Rule, r.Mode, r.Action, r.Score, r.Observed, r.Threshold };
}

internal sealed class AssessmentTable : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessments").HasKey(a => a.OrderId);
        builder.Property(a => a.Facts).HasColumnType("text");
        builder.Property(a => a.Rules).HasColumnType("text");
        builder.HasOne<Order>().WithOne().HasForeignKey<Assessment>(a => a.OrderId);
    }
}
