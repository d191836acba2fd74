using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PagoConsole.Core.Risk.Rules;

namespace PagoConsole.Core.Risk;

/// <summary>An immutable, numbered version of all rules' settings and modes.</summary>
/// <param name="ReviewThreshold">From this score on a person decides.</param>
/// <param name="Rates">The dated exchange rate.</param>
/// <param name="Rules">The rules; one rule may stand in it several times with other settings (tiers).</param>
public sealed record RuleSet(int ReviewThreshold, RiskRates Rates, IReadOnlyList<RuleEntry> Rules)
{
    /// <summary>How rule sets are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The rules that a new installation starts with.</summary>
    public static RuleSet Default { get; } = new(
        50,
        new RiskRates(3.75m, new DateOnly(2026, 11, 1)),
        [
            new("payment-limit", RuleMode.Enforce, RuleAction.Reject, 0, null, JsonSerializer.SerializeToElement(new PaymentLimitSettings(), Json)),
            new("new-account-high-value", RuleMode.Enforce, RuleAction.Review, 0, null, JsonSerializer.SerializeToElement(new NewAccountHighValueSettings(), Json)),
        ]);
}

/// <summary>A rule set as it is stored.</summary>
public sealed class RuleSetRow
{
    /// <summary>1, 2, 3 …; the highest is the active one.</summary>
    public required int Version { get; init; }

    /// <summary><see cref="RuleSet"/> as JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it changes, in its author's words.</summary>
    public required string Comment { get; init; }
}

internal sealed class RuleSetTable : IEntityTypeConfiguration<RuleSetRow>
{
    public void Configure(EntityTypeBuilder<RuleSetRow> builder)
    {
        builder.ToTable("rule_sets").HasKey(r => r.Version);
        builder.Property(r => r.Version).ValueGeneratedNever();
        builder.Property(r => r.Json).HasColumnType("text");
    }
}
