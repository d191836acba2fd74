using System.Collections.Immutable;

namespace PagoConsole.Core.Risk.BackTest.Search;

/// <summary>What is chosen for one tier.</summary>
/// <param name="Variant">Which of its settings.</param>
/// <param name="Score">Its points.</param>
/// <param name="On">Whether it is enforced; else it only watches.</param>
internal readonly record struct Choice(int Variant, int Score, bool On);

/// <summary>A choice for every tier, and the review threshold.</summary>
internal sealed record Setup(ImmutableArray<Choice> Choices, int Threshold)
{
    public static Setup Of(IEnumerable<Tier> tiers, int threshold) => new([.. tiers.Select(tier => new Choice(0, tier.Entry.Score, On: true))], threshold);

    public Setup With(int tier, Choice choice) => this with { Choices = Choices.SetItem(tier, choice) };

    /// <summary>How many settings differ from those as they stand.</summary>
    public int ChangesTo(IReadOnlyList<Tier> tiers, int threshold)
    {
        var changes = Threshold == threshold ? 0 : 1;
        for (var i = 0; i < tiers.Count; i++) changes += ChangesIn(tiers[i], Choices[i]);
        return changes;
    }

    /// <summary>How many settings of a tier a choice changes.</summary>
    public static int ChangesIn(Tier tier, Choice choice) =>
        choice.On ? tier.Variants[choice.Variant].Changed.Count + (choice.Score == tier.Entry.Score ? 0 : 1) : 1;
}
