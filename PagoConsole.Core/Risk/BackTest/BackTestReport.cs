namespace PagoConsole.Core.Risk.BackTest;

/// <summary>What a rule set would have done.</summary>
/// <param name="Orders">Orders that count.</param>
/// <param name="Labelled">Those of which is known whether they were fraud.</param>
/// <param name="All">What the rules together say.</param>
/// <param name="Rules">Each rule by itself, in the set's order, its tiers together.</param>
/// <param name="Suggestion">Better thresholds, where they were searched.</param>
public sealed record BackTestReport(long Orders, long Labelled, OutcomeFigures All, IReadOnlyList<ReplayedRule> Rules, Suggestion? Suggestion);

/// <summary>What the rules together say.</summary>
/// <param name="Approve">Orders that would have been sold.</param>
/// <param name="Review">Orders that a person would have seen.</param>
/// <param name="Reject">Orders that would have been refused.</param>
/// <param name="Against">Flagged (review or reject) against labels.</param>
public sealed record OutcomeFigures(long Approve, long Review, long Reject, Figures Against)
{
    /// <summary>Review or reject.</summary>
    public long Flagged => Review + Reject;
}

/// <summary>One rule by itself.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Mode">The strongest mode of its tiers.</param>
/// <param name="Hits">Orders for which one of its tiers fired.</param>
/// <param name="Against">Its hits against labels.</param>
public sealed record ReplayedRule(string Rule, RuleMode Mode, long Hits, Figures Against);
