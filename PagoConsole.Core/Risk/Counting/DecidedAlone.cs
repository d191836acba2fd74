namespace PagoConsole.Core.Risk.Counting;

/// <summary>Which rules an outcome hangs on.</summary>
public static class DecidedAlone
{
    /// <summary>The rules that counted for an outcome: enforced, fired, and not dropped by trust.</summary>
    public static IReadOnlyList<AssessedRule> Reasons(IEnumerable<AssessedRule> rules) =>
        [.. rules.Where(rule => rule is { Result: RuleResult.Hit, Mode: RuleMode.Enforce, Lifted: false })];

    /// <summary>
    /// The rules without any one of which the order would have come out milder: approved instead of held, or held instead of rejected. A rule
    /// that never does so could be switched off and no order would have gone another way.
    /// </summary>
    /// <param name="reasons">What counted.</param>
    /// <param name="threshold">The points from which on a person decides.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<AssessedRule> reasons, int threshold)
    {
        var outcome = OutcomeOf(reasons, threshold);
        if (outcome == RiskOutcome.Approve) return [];
        return [.. reasons.Select(rule => rule.Rule).Distinct().Where(rule => OutcomeOf(reasons.Where(other => other.Rule != rule), threshold) < outcome)];
    }

    private static RiskOutcome OutcomeOf(IEnumerable<AssessedRule> reasons, int threshold)
    {
        var (outcome, score) = (RiskOutcome.Approve, 0);
        foreach (var rule in reasons)
        {
            switch (rule.Action)
            {
                case RuleAction.Reject:
                    return RiskOutcome.Reject;
                case RuleAction.Review:
                    outcome = RiskOutcome.Review;
                    break;
                case RuleAction.Score:
                    score += rule.Score;
                    break;
                default:
                    throw new InvalidOperationException($"There is no action {rule.Action}.");
            }
        }

        return score >= threshold ? RiskOutcome.Review : outcome;
    }
}
