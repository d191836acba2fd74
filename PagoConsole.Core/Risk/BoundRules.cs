using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk;

/// <summary>
/// A rule set bound to its rules. All rules are always evaluated: any enforced Reject rejects; else any enforced Review, or enough points, asks
/// for a person; else approve. A trust entry drops points and reviews, but for those about money laundering. Pure.
/// </summary>
public sealed class BoundRules
{
    private readonly BoundRule[] rules;

    internal BoundRules(RuleSet set, IReadOnlyDictionary<string, Rule> known, FactPlan plan)
    {
        Set = set;
        Plan = plan;
        var binding = new Binding(plan, set.Rates);
        rules = [.. set.Rules.Where(e => e.Mode != RuleMode.Off).Select(e => new BoundRule(e, known[e.Rule], known[e.Rule].Bind(e, binding)))];
    }

    /// <summary>The rule set.</summary>
    public RuleSet Set { get; }

    /// <summary>What it wants to know of history.</summary>
    public FactPlan Plan { get; }

    /// <summary>The entries that are evaluated, in the set's order.</summary>
    internal IReadOnlyList<BoundRule> Rules => rules;

    /// <summary>Whether a rule is evaluated at all.</summary>
    public bool Asks(string rule) => rules.Any(bound => bound.Entry.Rule == rule);

    /// <summary>Decides, without explaining.</summary>
    public RiskVerdict Decide(OrderFacts facts)
    {
        Span<RuleEffect> effects = stackalloc RuleEffect[rules.Length];
        return Decide(facts, effects);
    }

    /// <summary>Decides, and tells what each of <see cref="Rules"/> did.</summary>
    internal RiskVerdict Decide(OrderFacts facts, Span<RuleEffect> effects)
    {
        for (var i = 0; i < rules.Length; i++) effects[i] = rules[i].EffectOn(facts);
        return Sum(effects);
    }

    /// <summary>Whether what a rule did counts for the outcome: it is enforced, and no trust drops it.</summary>
    internal bool Counts(int rule, ReadOnlySpan<RuleEffect> effects) =>
        rules[rule].Entry.Mode == RuleMode.Enforce && effects[rule] is not (RuleEffect.None or RuleEffect.Trust)
        && !(rules[rule].IsLifted(effects[rule]) && Trusted(effects));

    /// <summary>Decides, and keeps what every rule saw.</summary>
    public AssessmentResult Assess(OrderFacts facts)
    {
        var effects = new RuleEffect[rules.Length];
        for (var i = 0; i < rules.Length; i++) effects[i] = rules[i].EffectOn(facts);
        var trusted = Trusted(effects);
        return new(Sum(effects), [.. rules.Select((rule, i) => rule.Explain(facts, effects[i], trusted))]);
    }

    private bool Trusted(ReadOnlySpan<RuleEffect> effects)
    {
        for (var i = 0; i < effects.Length; i++)
            if (effects[i] == RuleEffect.Trust && rules[i].Entry.Mode == RuleMode.Enforce) return true;
        return false;
    }

    private RiskVerdict Sum(ReadOnlySpan<RuleEffect> effects)
    {
        int score = 0, minutes = int.MaxValue;
        bool reject = false, review = false, aml = false, trusted = Trusted(effects);
        for (var i = 0; i < effects.Length; i++)
        {
            var (rule, effect) = (rules[i], effects[i]);
            if (effect is RuleEffect.None or RuleEffect.Trust || rule.Entry.Mode != RuleMode.Enforce) continue;
            if (trusted && rule.IsLifted(effect)) continue;
            reject |= effect == RuleEffect.Reject;
            review |= effect == RuleEffect.Review;
            if (effect == RuleEffect.Score) score += rule.Entry.Score;
            aml |= rule.Rule.Aml;
            minutes = Math.Min(minutes, rule.Entry.VoucherMinutes ?? int.MaxValue);
        }

        var outcome = reject ? RiskOutcome.Reject : review || score >= Set.ReviewThreshold ? RiskOutcome.Review : RiskOutcome.Approve;
        return new(outcome, score, minutes == int.MaxValue ? null : minutes, aml);
    }
}
