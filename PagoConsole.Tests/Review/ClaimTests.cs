using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

/// <summary>Who has a case in hand.</summary>
public sealed class ClaimTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private readonly ReviewCase held = HeldOrder.Case(Now);

    [Fact]
    public void A_claim_holds_ten_minutes_and_then_frees_itself()
    {
        Assert.Null(held.Claim(Ana, Now));

        Assert.Equal("person:ana", held.HolderAt(Now.AddMinutes(10).AddTicks(-1)));
        Assert.Null(held.HolderAt(Now.AddMinutes(10)));
        Assert.Null(held.Claim(Beto, Now.AddMinutes(10)));
        Assert.True(held.IsHeldBy(Beto, Now.AddMinutes(11)));
    }

    [Fact]
    public void Claiming_again_renews_it()
    {
        held.Claim(Ana, Now);

        Assert.Null(held.Claim(Ana, Now.AddMinutes(9)));

        Assert.True(held.IsHeldBy(Ana, Now.AddMinutes(18)));
        Assert.False(held.IsHeldBy(Ana, Now.AddMinutes(19)));
    }

    [Fact]
    public void Others_can_neither_claim_nor_decide_nor_ask_nor_escalate_and_learn_who_has_it()
    {
        held.Claim(Ana, Now);
        Refusal?[] refusals =
        [
            held.Claim(Beto, Now), held.Decide(Verdict.Approve(), Beto, Now, TimeSpan.Zero), held.Ask("Who?", Beto, Now), held.Escalate("Look", Beto, Now),
        ];

        Assert.All(refusals, refusal =>
        {
            Assert.Equal(RefusalCode.ClaimedByAnother, refusal!.Code);
            Assert.Equal(["person:ana"], refusal.Args!);
        });
        Assert.Equal(ReviewState.Open, held.State);
    }

    [Fact]
    public void What_nobody_has_in_hand_can_be_decided()
    {
        Assert.Null(held.Decide(Verdict.Approve(), Ana, Now, TimeSpan.Zero));
    }

    [Fact]
    public void Only_who_has_it_lets_go()
    {
        held.Claim(Ana, Now);

        Assert.False(held.Release(Beto, Now));
        Assert.True(held.IsHeldBy(Ana, Now));
        Assert.True(held.Release(Ana, Now));
        Assert.Null(held.Claim(Beto, Now));
    }

    [Fact]
    public void A_lapsed_claim_is_nothing_to_let_go_of()
    {
        held.Claim(Ana, Now);

        Assert.False(held.Release(Ana, Now.AddMinutes(10)));
    }

    [Fact]
    public void A_take_over_leaves_the_first_without_it()
    {
        held.Claim(Ana, Now);

        Assert.Null(held.TakeOver(Lucia, Now));

        Assert.True(held.IsHeldBy(Lucia, Now));
        Assert.Equal(RefusalCode.ClaimedByAnother, held.Decide(Verdict.Approve(), Ana, Now, TimeSpan.Zero)!.Code);
    }

    [Fact]
    public void What_is_decided_is_nobody_s_to_claim_or_take_over()
    {
        held.Decide(Verdict.Approve(), Ana, Now, TimeSpan.FromSeconds(10));

        Assert.Equal(RefusalCode.AlreadyDecided, held.Claim(Beto, Now)!.Code);
        Assert.Equal(RefusalCode.AlreadyDecided, held.TakeOver(Lucia, Now)!.Code);
    }

    [Fact]
    public void What_was_handed_to_a_lead_only_a_lead_works_on()
    {
        held.Claim(Ana, Now);
        Assert.Null(held.Escalate("Too large for me", Ana, Now));

        Assert.Null(held.HolderAt(Now));
        Refusal?[] refusals =
        [
            held.Decide(Verdict.Approve(), Beto, Now, TimeSpan.Zero), held.Ask("Who?", Ana, Now), held.Escalate("Again", Beto, Now),
        ];
        Assert.All(refusals, refusal => Assert.Equal(RefusalCode.LeadNeeded, refusal!.Code));
        Assert.Equal(["person:ana"], refusals[0]!.Args!);
        Assert.Null(held.Decide(Verdict.Approve(), Lucia, Now, TimeSpan.Zero));
    }

    [Fact]
    public void Every_change_of_hands_counts_so_that_two_writers_notice_each_other()
    {
        var versions = new List<int> { held.Version };
        foreach (var change in (Action[])[() => held.Claim(Ana, Now), () => held.Claim(Ana, Now), () => held.TakeOver(Lucia, Now), () => held.Release(Lucia, Now)])
        {
            change();
            versions.Add(held.Version);
        }

        Assert.Equal(versions.Count, versions.Distinct().Count());
    }
}
