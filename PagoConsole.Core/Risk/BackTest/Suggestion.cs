using System.Text.Json;
using System.Text.Json.Serialization;

namespace PagoConsole.Core.Risk.BackTest;

/// <summary>Better thresholds, and what they do on the time that they were found in (train) and on the time after it (test).</summary>
/// <param name="Settings">What to change; empty where nothing better was found.</param>
/// <param name="Train">On the first 70 % of the labelled orders.</param>
/// <param name="Test">On the rest, which the search did not see.</param>
/// <param name="Rules">The rule set with the changes made.</param>
/// <param name="Notes">What to know about it.</param>
public sealed record Suggestion(
    IReadOnlyList<SuggestedSetting> Settings, BeforeAfter Train, BeforeAfter Test, RuleSet Rules, IReadOnlyList<SuggestionNote> Notes);

/// <summary>Figures before and after a change.</summary>
/// <param name="Before">With the settings as they are.</param>
/// <param name="After">With those suggested.</param>
public sealed record BeforeAfter(Figures Before, Figures After);

/// <summary>One setting to change.</summary>
/// <param name="Rule">The rule; <c>*</c> for the review threshold.</param>
/// <param name="Tier">Which of the rule's tiers, from 1; null for a rule that stands in the set once.</param>
/// <param name="Setting">The setting's name in the rule set's JSON; <c>mode</c>, <c>score</c> and <c>reviewThreshold</c> beside the rule's own.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What it should be.</param>
public sealed record SuggestedSetting(
    string Rule, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Tier, string Setting, JsonElement From, JsonElement To);

/// <summary>What to know about a suggestion.</summary>
public enum SuggestionNote
{
    /// <summary>Too few labelled orders, or too little fraud among them: nothing was searched.</summary>
    TooFewLabels,

    /// <summary>More labelled orders than are searched: an even part of them was.</summary>
    Sampled,

    /// <summary>Nothing was found that is better.</summary>
    NothingBetter,

    /// <summary>What was better on the time that it was found in was worse on the time after it, so it is not suggested.</summary>
    WorseUnseen,

    /// <summary>No settings reach the precision that is wanted.</summary>
    PrecisionOutOfReach,
}
