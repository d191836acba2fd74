using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Counting;

namespace PagoConsole.Tests.Risk.Counting;

public sealed class DecidedAloneTests
{
    private const int Threshold = 50;

    [Fact]
    public void One_reason_alone_decides() =>
        Assert.Equal(["a"], DecidedAlone.Of([Fired("a", RuleAction.Review)], Threshold));

    [Fact]
    public void Two_that_would_each_do_decide_neither_alone() =>
        Assert.Empty(DecidedAlone.Of([Fired("a", RuleAction.Review), Fired("b", RuleAction.Review)], Threshold));

    [Fact]
    public void A_rejection_hangs_on_what_rejects() =>
        Assert.Equal(["a"], DecidedAlone.Of([Fired("a", RuleAction.Reject), Fired("b", RuleAction.Review)], Threshold));

    [Fact]
    public void Points_that_only_together_suffice_all_decide() =>
        Assert.Equal(["a", "b"], DecidedAlone.Of([Fired("a", RuleAction.Score, 30), Fired("b", RuleAction.Score, 20), Fired("c", RuleAction.Score, 0)], Threshold));

    [Fact]
    public void Tiers_of_one_rule_are_that_rule() =>
        Assert.Equal(["a"], DecidedAlone.Of([Fired("a", RuleAction.Review), Fired("a", RuleAction.Review)], Threshold));

    [Fact]
    public void An_approved_order_was_decided_by_none() =>
        Assert.Empty(DecidedAlone.Of([Fired("a", RuleAction.Score, 49)], Threshold));

    [Fact]
    public void What_is_shadow_quiet_or_dropped_by_trust_is_no_reason() =>
        Assert.Equal(
            ["d"],
            DecidedAlone.Reasons(
            [
                Fired("a", RuleAction.Review) with { Mode = RuleMode.Shadow }, Fired("b", RuleAction.Review) with { Result = RuleResult.Quiet },
                Fired("c", RuleAction.Review) with { Lifted = true }, Fired("d", RuleAction.Review),
            ]).Select(rule => rule.Rule));

    [Property(MaxTest = 200)]
    public FsCheck.Property Taking_out_who_did_not_decide_changes_nothing(int seed)
    {
        var dice = new Random(seed);
        var reasons = Enumerable.Range(0, dice.Next(5)).Select(i => Fired($"r{i}", (RuleAction)dice.Next(3), dice.Next(60))).ToList();
        var alone = DecidedAlone.Of(reasons, Threshold);

        return reasons.Where(rule => !alone.Contains(rule.Rule))
            .All(rule => OutcomeOf(reasons.Where(other => other != rule)) == OutcomeOf(reasons)).ToProperty();
    }

    private static RiskOutcome OutcomeOf(IEnumerable<AssessedRule> rules)
    {
        var all = rules.ToList();
        if (all.Any(rule => rule.Action == RuleAction.Reject)) return RiskOutcome.Reject;
        return all.Any(rule => rule.Action == RuleAction.Review) || all.Where(rule => rule.Action == RuleAction.Score).Sum(rule => rule.Score) >= Threshold
            ? RiskOutcome.Review
            : RiskOutcome.Approve;
    }

    private static AssessedRule Fired(string rule, RuleAction action, int score = 0) => new(rule, RuleMode.Enforce, action, score, RuleResult.Hit, "", "", []);
}
