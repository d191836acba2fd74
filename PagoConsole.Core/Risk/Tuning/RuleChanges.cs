using System.Text.Json;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>What is different between rule sets, setting by setting, and rule sets with such differences made. Pure.</summary>
public static class RuleChanges
{
    /// <summary>All that leads from one rule set to another: first what holds for the whole set, then rule by rule in their order.</summary>
    public static IReadOnlyList<RuleChange> Between(RuleSet from, RuleSet to) =>
    [
        .. Differences(RuleChange.WholeSet, 1, FieldsOf(from), FieldsOf(to)),
        .. from.Rules.Concat(to.Rules).Select(entry => entry.Rule).Distinct()
            .SelectMany(rule => OfRule(rule, TiersOf(from, rule), TiersOf(to, rule))),
    ];

    /// <summary>Makes changes, all of them counted from the set as it is given.</summary>
    /// <exception cref="JsonException">A value is not of its type.</exception>
    /// <exception cref="InvalidOperationException">A change names a tier that is not there.</exception>
    public static RuleSet Apply(RuleSet set, IEnumerable<RuleChange> changes)
    {
        var all = changes.ToList();
        var rules = set.Rules.Select(entry => entry.Rule).Concat(all.Select(change => change.Rule)).Where(rule => rule != RuleChange.WholeSet).Distinct();
        return WithWhole(set, all.Where(change => change.Rule == RuleChange.WholeSet)) with
        {
            Rules = [.. rules.SelectMany(rule => WithChanges(TiersOf(set, rule), [.. all.Where(change => change.Rule == rule)]))],
        };
    }

    /// <summary>What a setting is in a rule set, as JSON text; null where it is not there.</summary>
    public static string? ValueIn(RuleSet set, string rule, int tier, string setting)
    {
        if (rule == RuleChange.WholeSet) return FieldsOf(set).GetValueOrDefault(setting);
        if (TiersOf(set, rule).ElementAtOrDefault(tier - 1) is not { } entry) return null;
        return setting == RuleChange.WholeTier ? EntryFields.TextOf(entry) : EntryFields.Of(entry).GetValueOrDefault(setting);
    }

    /// <summary>A rule's entries in a set, in their order.</summary>
    public static IReadOnlyList<RuleEntry> TiersOf(RuleSet set, string rule) => [.. set.Rules.Where(entry => entry.Rule == rule)];

    private static IEnumerable<RuleChange> OfRule(string rule, IReadOnlyList<RuleEntry> from, IReadOnlyList<RuleEntry> to) =>
        TierMatch.Of(from, to).SelectMany(pair => pair switch
        {
            ({ } was, { } becomes) => Differences(rule, was + 1, EntryFields.Of(from[was]), EntryFields.Of(to[becomes])),
            ({ } gone, null) => [new RuleChange(rule, gone + 1, RuleChange.WholeTier, EntryFields.TextOf(from[gone]), null)],
            (null, { } added) => [new RuleChange(rule, added + 1, RuleChange.WholeTier, null, EntryFields.TextOf(to[added]))],
            (null, null) => [],
        });

    private static IEnumerable<RuleChange> Differences(string rule, int tier, Dictionary<string, string> before, Dictionary<string, string> after) =>
        from name in before.Keys.Union(after.Keys)
        let was = before.GetValueOrDefault(name)
        let becomes = after.GetValueOrDefault(name)
        where was != becomes
        select new RuleChange(rule, tier, name, was, becomes);

    private static Dictionary<string, string> FieldsOf(RuleSet set) => new(StringComparer.Ordinal)
    {
        [RuleChange.ReviewThreshold] = SettingText.Of(set.ReviewThreshold),
        [RuleChange.PenPerUsd] = SettingText.Of(set.Rates.PenPerUsd),
        [RuleChange.RateDay] = SettingText.Of(set.Rates.AsOf),
    };

    private static RuleSet WithWhole(RuleSet set, IEnumerable<RuleChange> changes) => changes.Aggregate(set, (now, change) => (change.Setting, change.To) switch
    {
        (RuleChange.ReviewThreshold, { } to) => now with { ReviewThreshold = SettingText.Read<int>(to) },
        (RuleChange.PenPerUsd, { } to) => now with { Rates = now.Rates with { PenPerUsd = SettingText.Read<decimal>(to) } },
        (RuleChange.RateDay, { } to) => now with { Rates = now.Rates with { AsOf = SettingText.Read<DateOnly>(to) } },
        _ => throw new JsonException($"{change.Setting} is nothing that a rule set holds."),
    });

    private static List<RuleEntry> WithChanges(IReadOnlyList<RuleEntry> tiers, IReadOnlyList<RuleChange> changes)
    {
        if (changes.FirstOrDefault(change => !change.Adds && change.Tier > tiers.Count) is { } lost)
            throw new InvalidOperationException($"{lost.Rule} has no tier {lost.Tier}.");
        var kept = new List<RuleEntry>();
        for (var i = 0; i < tiers.Count; i++)
        {
            var here = changes.Where(change => change.Tier == i + 1 && !change.Adds).ToList();
            if (here.Any(change => change.Removes)) continue;
            kept.Add(here.Count == 0 ? tiers[i] : EntryFields.With(tiers[i], here.ToDictionary(change => change.Setting, change => change.To)));
        }

        foreach (var added in changes.Where(change => change.Adds).OrderBy(change => change.Tier))
            kept.Insert(Math.Min(added.Tier - 1, kept.Count), EntryFields.Read(added.To!));
        return kept;
    }
}
