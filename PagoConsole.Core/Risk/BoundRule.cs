using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk;

/// <summary>One entry of a rule set, bound to its rule.</summary>
internal sealed class BoundRule(RuleEntry entry, Rule rule, Check check)
{
    private readonly RuleEffect asSet = entry.Action switch
    {
        RuleAction.Score => RuleEffect.Score,
        RuleAction.Review => RuleEffect.Review,
        RuleAction.Reject => RuleEffect.Reject,
    };

    public RuleEntry Entry => entry;

    public Rule Rule => rule;

    public RuleResult Judge(OrderFacts facts) => check.Judge(facts);

    public RuleEffect EffectOn(OrderFacts facts) =>
        check.Judge(facts) != RuleResult.Hit ? RuleEffect.None : check.Effect is { } effect ? effect(facts) : asSet;

    /// <summary>Whether trust drops what it does.</summary>
    public bool IsLifted(RuleEffect effect) => effect is RuleEffect.Score or RuleEffect.Review && !rule.Aml;

    public AssessedRule Explain(OrderFacts facts, RuleEffect effect, bool trusted)
    {
        var result = check.Judge(facts);
        var finding = check.Explain(facts);
        return new(entry.Rule, entry.Mode, ActionOf(effect), effect is RuleEffect.Trust ? 0 : entry.Score, result, finding.Observed, finding.Threshold, finding.Args)
        {
            Lifted = trusted && entry.Mode == RuleMode.Enforce && IsLifted(effect),
            LookedAt = [.. rule.LooksAt.Where(facts.Order.Has)],
        };
    }

    private RuleAction ActionOf(RuleEffect effect) => effect switch
    {
        RuleEffect.None => entry.Action,
        RuleEffect.Score or RuleEffect.Trust => RuleAction.Score,
        RuleEffect.Review => RuleAction.Review,
        RuleEffect.Reject => RuleAction.Reject,
    };
}
