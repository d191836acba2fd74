using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PagoConsole.Core.Risk;

/// <summary>An immutable, numbered version of all rules' settings and modes.</summary>
/// <param name="ReviewThreshold">From this score on a person decides.</param>
/// <param name="Rates">The dated exchange rate.</param>
/// <param name="Rules">The rules; one rule may stand in it several times with other settings (tiers).</param>
public sealed record RuleSet(int ReviewThreshold, RiskRates Rates, IReadOnlyList<RuleEntry> Rules)
{
    /// <summary>How rule sets are written.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The rules that a new installation starts with.</summary>
    public static RuleSet Default { get; } = DefaultRules.Make();

    /// <summary>The set as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    // A misspelt "mode" would otherwise switch its rule off without a word.
    private static readonly JsonSerializerOptions Strict = new(Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no rule set, or says something that no rule set knows.</exception>
    public static RuleSet FromJson(string json) =>
        JsonSerializer.Deserialize<RuleSet>(json, Strict) is { Rules: not null, Rates: not null } set ? set : throw new JsonException("rules and rates must be there");
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

    /// <summary>Who else said yes, where a second person was asked for.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The version whose content it brought back.</summary>
    public int? RestoresVersion { get; init; }

    /// <summary>The draft that it came of.</summary>
    public string? DraftId { get; init; }
}

internal sealed class RuleSetTable : IEntityTypeConfiguration<RuleSetRow>
{
    public void Configure(EntityTypeBuilder<RuleSetRow> builder)
    {
        builder.ToTable("rule_sets").HasKey(r => r.Version);
        builder.Property(r => r.Version).ValueGeneratedNever();
        builder.Property(r => r.Json).HasColumnType("text");
        builder.Property(r => r.DraftId).HasMaxLength(40);
    }
}
