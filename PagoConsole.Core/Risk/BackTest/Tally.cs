using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.BackTest;

/// <summary>Counts what a rule set says of orders.</summary>
internal sealed class Tally
{
    private readonly BoundRules bound;
    private readonly (string Rule, RuleMode Mode)[] rules;
    private readonly int[] ruleOf;
    private readonly bool[] fired;
    private readonly long[] hits;
    private readonly Confusion[] byRule;
    private readonly long[] outcomes = new long[Enum.GetValues<RiskOutcome>().Length];
    private Confusion all;

    public Tally(BoundRules bound)
    {
        this.bound = bound;
        rules = [.. bound.Set.Rules.GroupBy(e => e.Rule).Select(tiers => (tiers.Key, tiers.Max(tier => tier.Mode)))];
        ruleOf = [.. bound.Rules.Select(tier => Array.FindIndex(rules, rule => rule.Rule == tier.Entry.Rule))];
        fired = new bool[rules.Length];
        hits = new long[rules.Length];
        byRule = new Confusion[rules.Length];
    }

    public long Orders => outcomes.Sum();

    public long Labelled { get; private set; }

    public void Add(OrderFacts facts, bool? fraud)
    {
        var outcome = bound.Decide(facts).Outcome;
        outcomes[(int)outcome]++;
        Array.Clear(fired);
        for (var i = 0; i < ruleOf.Length; i++) fired[ruleOf[i]] |= bound.Rules[i].Judge(facts) == RuleResult.Hit;
        for (var rule = 0; rule < fired.Length; rule++) hits[rule] += fired[rule] ? 1 : 0;
        if (fraud is not { } known) return;
        Labelled++;
        all = all.With(outcome != RiskOutcome.Approve, known);
        for (var rule = 0; rule < fired.Length; rule++) byRule[rule] = byRule[rule].With(fired[rule], known);
    }

    public BackTestReport Report(Suggestion? suggestion) => new(
        Orders,
        Labelled,
        new(outcomes[(int)RiskOutcome.Approve], outcomes[(int)RiskOutcome.Review], outcomes[(int)RiskOutcome.Reject], all.ToFigures()),
        [.. rules.Select((rule, i) => new ReplayedRule(rule.Rule, rule.Mode, hits[i], (rule.Mode == RuleMode.Off ? default : byRule[i]).ToFigures()))],
        suggestion);
}
