namespace PagoConsole.Core.Risk;

/// <summary>One rule's part in an assessment, kept for as long as the order is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Mode">Whether it counted.</param>
/// <param name="Action">What it asks for.</param>
/// <param name="Score">Points, for <see cref="RuleAction.Score"/>.</param>
/// <param name="Result">Whether it fired.</param>
/// <param name="Observed">The value it looked at.</param>
/// <param name="Threshold">What that was held against.</param>
/// <param name="Args">The figures for the sentence that people read.</param>
public sealed record AssessedRule(
    string Rule, RuleMode Mode, RuleAction Action, int Score, RuleResult Result, string Observed, string Threshold, IReadOnlyList<string> Args);

/// <summary>One run of a rule set over an order's facts.</summary>
/// <param name="Outcome">What the rules together say.</param>
/// <param name="Score">The points of all enforced rules that fired.</param>
/// <param name="VoucherMinutes">The shortest voucher life that an enforced rule which fired asks for.</param>
/// <param name="Rules">Every rule that was evaluated, fired or not.</param>
public sealed record AssessmentResult(RiskOutcome Outcome, int Score, int? VoucherMinutes, IReadOnlyList<AssessedRule> Rules);

/// <summary>
/// Runs all rules, always: any enforced Reject rejects; else any enforced Review, or enough points, asks for a person; else approve.
/// Pure.
/// </summary>
public sealed class Assessor
{
    private readonly Dictionary<string, Rule> rules;

    internal Assessor(IEnumerable<Rule> rules) => this.rules = rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Assesses an order.</summary>
    public AssessmentResult Assess(OrderFacts facts, RuleSet set)
    {
        var assessed = new List<AssessedRule>(set.Rules.Count);
        int score = 0, minutes = int.MaxValue;
        bool reject = false, review = false;
        foreach (var entry in set.Rules)
        {
            if (entry.Mode == RuleMode.Off) continue;
            var finding = rules[entry.Rule].Evaluate(facts, entry, set.Rates);
            assessed.Add(new(entry.Rule, entry.Mode, entry.Action, entry.Score, finding.Result, finding.Observed, finding.Threshold, finding.Args));
            if (finding.Result != RuleResult.Hit || entry.Mode != RuleMode.Enforce) continue;
            reject |= entry.Action == RuleAction.Reject;
            review |= entry.Action == RuleAction.Review;
            if (entry.Action == RuleAction.Score) score += entry.Score;
            minutes = Math.Min(minutes, entry.VoucherMinutes ?? int.MaxValue);
        }

        var outcome = reject ? RiskOutcome.Reject : review || score >= set.ReviewThreshold ? RiskOutcome.Review : RiskOutcome.Approve;
        return new(outcome, score, minutes == int.MaxValue ? null : minutes, assessed);
    }

    /// <summary>What is wrong with a rule set: unknown rules, settings out of bounds.</summary>
    public IEnumerable<string> Faults(RuleSet set) => set.Rules.SelectMany(entry =>
        rules.TryGetValue(entry.Rule, out var rule) ? rule.Faults(entry) : [$"{entry.Rule}: there is no such rule"]);
}
