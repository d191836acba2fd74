using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Tests.Risk.Rules;
using static PagoConsole.Core.Risk.RuleAction;
using static PagoConsole.Core.Risk.RuleMode;
using static PagoConsole.Tests.Risk.FiringRules;

namespace PagoConsole.Tests.Risk;

/// <summary>What the rules say together.</summary>
public sealed class AssessorTests
{
    public static TheoryData<string, RuleAction[], int[], RiskOutcome, int> Outcomes => new()
    {
        { "nothing", [], [], RiskOutcome.Approve, 0 },
        { "points under the threshold", [Score, Score], [30, 19], RiskOutcome.Approve, 49 },
        { "points at the threshold", [Score, Score], [30, 20], RiskOutcome.Review, 50 },
        { "points over the threshold", [Score, Score], [30, 21], RiskOutcome.Review, 51 },
        { "one review", [RuleAction.Review], [0], RiskOutcome.Review, 0 },
        { "a review and few points", [RuleAction.Review, Score], [0, 5], RiskOutcome.Review, 5 },
        { "a rejection alone", [Reject], [0], RiskOutcome.Reject, 0 },
        { "a rejection, a review and points", [Score, RuleAction.Review, Reject], [90, 0, 0], RiskOutcome.Reject, 90 },
        { "points of a rule that asks for a person do not count", [RuleAction.Review, Score], [70, 1], RiskOutcome.Review, 1 },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void The_strictest_enforced_rule_decides_and_points_add_up(string what, RuleAction[] actions, int[] scores, RiskOutcome outcome, int score)
    {
        Assert.NotEmpty(what);
        var result = Assess([.. actions.Zip(scores).Select((rule, i) => Fires(Names[i], rule.First, rule.Second)), Quiet(Reject)]);

        Assert.Equal((outcome, score), (result.Outcome, result.Score));
    }

    [Fact]
    public void Shadow_rules_are_recorded_and_change_nothing()
    {
        var result = Assess([Fires(Names[0], Reject, mode: Shadow, minutes: 10), Fires(Names[1], Score, 90, Shadow), Fires("aml-monthly-total", RuleAction.Review, mode: Shadow)]);

        Assert.Equal(new RiskVerdict(RiskOutcome.Approve, 0, null, false), result.Verdict);
        Assert.All(result.Rules, rule => Assert.Equal((RuleResult.Hit, Shadow), (rule.Result, rule.Mode)));
    }

    [Fact]
    public void Rules_that_are_off_are_not_even_evaluated()
    {
        var result = Assess([Fires(Names[0], Reject, mode: Off), Fires(Names[1], Score, 10)]);

        Assert.Equal([Names[1]], result.Rules.Select(rule => rule.Rule));
        Assert.Equal(RiskOutcome.Approve, result.Outcome);
    }

    [Fact]
    public void The_shortest_voucher_life_of_the_enforced_hits_holds()
    {
        Assert.Null(Assess([Fires(Names[0], Score, 1)]).Verdict.VoucherMinutes);
        Assert.Equal(60, Assess(
        [
            Fires(Names[0], Score, 1, minutes: 120), Fires(Names[1], RuleAction.Review, minutes: 60), Fires(Names[2], Score, 1, Shadow, minutes: 20),
            Fires(Names[3], Score, 1, Off, minutes: 20), Fires(Names[4], Score, 1), Quiet(Score, 1, minutes: 20),
        ]).Verdict.VoucherMinutes);
    }

    [Fact]
    public void A_dropped_hit_shortens_no_voucher()
    {
        RuleEntry[] entries = [Fires(Names[0], Score, 40, minutes: 60), OneOrder.Default("list-match")];

        Assert.Equal(60, Decide(entries).VoucherMinutes);
        Assert.Null(Decide(entries, ListEffect.Trust).VoucherMinutes);
    }

    [Fact]
    public void Rules_about_money_laundering_mark_the_order_only_when_they_fire_and_count()
    {
        Assert.True(Decide([Fires("aml-monthly-total", RuleAction.Review)]).Aml);
        Assert.True(Decide([Fires("aml-monthly-total", Score, 1)]).Aml);
        Assert.False(Decide([Fires("aml-monthly-total", RuleAction.Review, mode: Off)]).Aml);
        Assert.False(Decide([Fires("aml-structuring", RuleAction.Review)]).Aml);
        Assert.False(Decide([Fires(Names[0], Reject)]).Aml);
    }

    [Fact]
    public void Trust_drops_points_and_reviews()
    {
        RuleEntry[] entries = [Fires(Names[0], Score, 60), Fires(Names[1], RuleAction.Review), OneOrder.Default("list-match")];

        Assert.Equal((RiskOutcome.Review, 60), (Assess(entries).Outcome, Assess(entries).Score));
        var trusted = Assess(entries, ListEffect.Trust);
        Assert.Equal((RiskOutcome.Approve, 0), (trusted.Outcome, trusted.Score));
        Assert.Equal([true, true, false], trusted.Rules.Select(rule => rule.Lifted));
        Assert.Equal((Score, 0), (trusted.Rules[2].Action, trusted.Rules[2].Score));
    }

    [Fact]
    public void Trust_drops_no_rejection_no_block_and_nothing_about_money_laundering()
    {
        var list = OneOrder.Default("list-match");

        Assert.Equal(RiskOutcome.Reject, Decide([Fires(Names[0], Reject), list], ListEffect.Trust).Outcome);
        Assert.Equal(RiskOutcome.Reject, Decide([list], ListEffect.Trust, ListEffect.Block).Outcome);
        Assert.Equal(
            new RiskVerdict(RiskOutcome.Review, 0, null, true), Decide([Fires("aml-monthly-total", RuleAction.Review), Fires(Names[0], Score, 60), list], ListEffect.Trust));
        Assert.Equal(
            new RiskVerdict(RiskOutcome.Review, 50, null, true), Decide([Fires("aml-monthly-total", Score, 50), list], ListEffect.Trust));
    }

    [Fact]
    public void Trust_drops_a_review_entry_of_the_lists_too() =>
        Assert.Equal(RiskOutcome.Approve, Decide([OneOrder.Default("list-match")], ListEffect.Review, ListEffect.Trust).Outcome);

    [Fact]
    public void Trust_in_shadow_drops_nothing()
    {
        var result = Assess([Fires(Names[0], Score, 60), OneOrder.Default("list-match") with { Mode = Shadow }], ListEffect.Trust);

        Assert.Equal(RiskOutcome.Review, result.Outcome);
        Assert.DoesNotContain(result.Rules, rule => rule.Lifted);
    }

    [Fact]
    public void The_review_threshold_is_the_sets_own()
    {
        var set = RuleSet.Default with { ReviewThreshold = 10, Rules = [Fires("category-risk", Score, 10)] };
        var rules = OneOrder.Book.Bind(set);

        Assert.Equal(10, rules.Set.ReviewThreshold);
        Assert.Equal(RiskOutcome.Approve, Decide(set.Rules).Outcome);
    }
}
