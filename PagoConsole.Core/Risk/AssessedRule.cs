using PagoConsole.Core.Orders;

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
    string Rule, RuleMode Mode, RuleAction Action, int Score, RuleResult Result, string Observed, string Threshold, IReadOnlyList<string> Args)
{
    /// <summary>It fired, but a trusted account, device or contact dropped it.</summary>
    public bool Lifted { get; init; }

    /// <summary>The identifiers of the order that it looked at.</summary>
    public IReadOnlyList<IdentifierKind> LookedAt { get; init; } = [];
}

/// <summary>What the rules together say.</summary>
/// <param name="Outcome">Sell, ask a person, or do not sell.</param>
/// <param name="Score">The points of all enforced rules that fired.</param>
/// <param name="VoucherMinutes">The shortest voucher life that an enforced rule which fired asks for.</param>
/// <param name="Aml">Whether an enforced rule against money laundering fired.</param>
public readonly record struct RiskVerdict(RiskOutcome Outcome, int Score, int? VoucherMinutes, bool Aml);

/// <summary>One run of a rule set over an order's facts.</summary>
/// <param name="Verdict">What the rules together say.</param>
/// <param name="Rules">Every rule that was evaluated, fired or not.</param>
public sealed record AssessmentResult(RiskVerdict Verdict, IReadOnlyList<AssessedRule> Rules)
{
    /// <summary>Sell, ask a person, or do not sell.</summary>
    public RiskOutcome Outcome => Verdict.Outcome;

    /// <summary>The points of all enforced rules that fired.</summary>
    public int Score => Verdict.Score;
}

