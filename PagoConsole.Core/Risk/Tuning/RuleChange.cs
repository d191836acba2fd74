using System.Text.Json.Serialization;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>One difference between two rule sets, and one edit of a draft: a setting of a rule, what it was and what it becomes.</summary>
/// <param name="Rule">The rule; <see cref="WholeSet"/> for what holds for all of them.</param>
/// <param name="Tier">Which of the rule's tiers, from 1, as the rule set that is changed numbers them; one that is added has the number it gets.</param>
/// <param name="Setting">The setting's name in the rule set's JSON, or one of the names below.</param>
/// <param name="From">What it is, as JSON text; null where it is not there.</param>
/// <param name="To">What it becomes, as JSON text; null where it goes.</param>
public sealed record RuleChange(string Rule, int Tier, string Setting, string? From, string? To)
{
    /// <summary>Stands for the rule in changes of what holds for all rules.</summary>
    public const string WholeSet = "*";

    /// <summary>The tier itself: added, or taken out.</summary>
    public const string WholeTier = "tier";

    /// <summary>Whether the rule counts.</summary>
    public const string Mode = "mode";

    /// <summary>What it asks for when it fires.</summary>
    public const string Action = "action";

    /// <summary>Its points.</summary>
    public const string Score = "score";

    /// <summary>A shorter life of the code when it fires.</summary>
    public const string VoucherMinutes = "voucherMinutes";

    /// <summary>Of the whole set: from how many points on a person decides.</summary>
    public const string ReviewThreshold = "reviewThreshold";

    /// <summary>Of the whole set: soles for one dollar.</summary>
    public const string PenPerUsd = "penPerUsd";

    /// <summary>Of the whole set: the day of that rate.</summary>
    public const string RateDay = "rateDay";

    /// <summary>Whether it adds a tier.</summary>
    [JsonIgnore]
    public bool Adds => Setting == WholeTier && From is null;

    /// <summary>Whether it takes a tier out.</summary>
    [JsonIgnore]
    public bool Removes => Setting == WholeTier && To is null;

    /// <summary>Its wire name in refusals.</summary>
    [JsonIgnore]
    public string Field => $"{Rule}.{Setting}";
}
