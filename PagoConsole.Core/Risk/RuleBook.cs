using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk;

/// <summary>The rules that there are, by their ids.</summary>
public sealed class RuleBook
{
    private readonly Dictionary<string, Rule> rules;

    internal RuleBook(IEnumerable<Rule> rules) => this.rules = rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<Rule> All => rules.Values;

    /// <summary>One of them; null if there is none of that name.</summary>
    public Rule? Find(string id) => rules.GetValueOrDefault(id);

    /// <summary>Binds a rule set to its rules.</summary>
    /// <param name="set">A rule set without <see cref="Faults"/>.</param>
    /// <param name="countsTo">The least that counts go up to; for searching thresholds.</param>
    public BoundRules Bind(RuleSet set, int countsTo = 0) => new(set, rules, new FactPlan(countsTo));

    /// <summary>Binds a rule set to its rules, asking on from a plan's questions.</summary>
    internal BoundRules Bind(RuleSet set, FactPlan plan) => new(set, rules, plan);

    /// <summary>What is wrong with a rule set: unknown rules, a rule twice that has no tiers, settings out of bounds.</summary>
    public IEnumerable<string> Faults(RuleSet set)
    {
        if (set.ReviewThreshold is < 1 or > 10_000) yield return "reviewThreshold must be between 1 and 10000";
        if (set.Rates is null || set.Rates.PenPerUsd is < 0.01m or > 1000m) yield return "rates.penPerUsd must be between 0.01 and 1000";
        foreach (var group in set.Rules.GroupBy(e => e.Rule))
        {
            var rule = group.Key is null ? null : Find(group.Key);
            if (rule is null) yield return $"{group.Key ?? "rule"}: there is no such rule";
            if (rule is { Tiered: false } && group.Count() > 1) yield return $"{group.Key}: stands in the set {group.Count()} times but has no tiers";
            foreach (var fault in group.SelectMany(entry => rule is null ? [] : Common(entry).Concat(rule.Faults(entry)))) yield return fault;
        }
    }

    private static IEnumerable<string> Common(RuleEntry entry)
    {
        if (!Enum.IsDefined(entry.Mode)) yield return $"{entry.Rule}: mode must be Off, Shadow or Enforce";
        if (!Enum.IsDefined(entry.Action)) yield return $"{entry.Rule}: action must be Score, Review or Reject";
        if (entry.Score is < 0 or > 1000) yield return $"{entry.Rule}: score must be between 0 and 1000";
        if (entry.VoucherMinutes is < 10 or > 7 * 24 * 60) yield return $"{entry.Rule}: voucherMinutes must be between 10 and 10080";
    }
}
