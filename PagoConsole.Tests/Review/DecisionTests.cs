using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

/// <summary>What is decided, by one or by two, and taking it back.</summary>
public sealed class DecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Undo = TimeSpan.FromSeconds(10);
    private static readonly CaseConsequences Trust = new([new ListChoice(ListedKind.Account, ListEffect.Trust)], false);

    [Fact]
    public void Only_the_first_decision_wins_and_the_other_is_told_who_and_what()
    {
        var held = HeldOrder.Case(Now);
        Assert.Null(held.Decide(Verdict.Approve("known_buyer", "I called"), Ana, Now, Undo));

        var refusal = held.Decide(Verdict.Reject("other"), Beto, Now, Undo);

        Assert.Equal(RefusalCode.AlreadyDecided, refusal!.Code);
        Assert.Equal(["person:ana", ReviewDecision.Approve], refusal.Args!);
        Assert.Equal((ReviewDecision.Approve, "person:ana", "known_buyer", "I called"), (held.Decision, held.DecidedBy, held.Reason, held.Note));
        Assert.Equal(Now + Undo, held.EffectiveAt);
    }

    [Fact]
    public void A_person_who_rejects_says_why_and_the_clock_need_not()
    {
        Assert.Equal((RefusalCode.NoteNeeded, "reason"), Refused(HeldOrder.Case(Now).Decide(Verdict.Reject(" "), Ana, Now, Undo)));
        Assert.Null(HeldOrder.Case(Now).Decide(Verdict.Reject(null), Clock, Now, Undo));
    }

    [Fact]
    public void A_large_amount_takes_a_second_different_person()
    {
        var held = HeldOrder.Case(Now, needsSecond: true);
        held.Claim(Ana, Now);
        Assert.Null(held.Decide(Verdict.Approve("known_buyer"), Ana, Now, Undo));
        Assert.Equal((ReviewState.AwaitingSecond, "person:ana", null), (held.State, held.FirstApproval, held.HolderAt(Now)));

        Assert.Equal((RefusalCode.SecondPersonNeeded, null), Refused(held.Decide(Verdict.Approve(), Ana, Now, Undo)));
        Assert.Equal(ReviewState.AwaitingSecond, held.State);

        Assert.Null(held.Decide(Verdict.Approve(), Beto, Now, Undo));
        Assert.Equal((ReviewState.Decided, "person:beto"), (held.State, held.DecidedBy));
    }

    [Fact]
    public void A_rejection_takes_one_person_also_the_one_who_approved_first()
    {
        var untouched = HeldOrder.Case(Now, needsSecond: true);
        Assert.Null(untouched.Decide(Verdict.Reject("other"), Ana, Now, Undo));
        Assert.Equal(ReviewState.Decided, untouched.State);

        var approved = HeldOrder.Case(Now, needsSecond: true);
        approved.Decide(Verdict.Approve(), Ana, Now, Undo);
        Assert.Null(approved.Decide(Verdict.Reject("other"), Ana, Now, Undo));
        Assert.Equal(ReviewDecision.Reject, approved.Decision);
    }

    [Fact]
    public void The_second_keeps_what_the_first_wanted_besides_and_a_rejection_does_not()
    {
        var confirmed = FirstApproved();
        confirmed.Decide(Verdict.Approve(), Beto, Now, Undo);
        Assert.Equal((Trust.ToJson(), "known_buyer", "Regular"), (confirmed.Consequences, confirmed.Reason, confirmed.Note));

        var rejected = FirstApproved();
        rejected.Decide(Verdict.Reject("other"), Beto, Now, Undo);
        Assert.Equal((null, "other", null), (rejected.Consequences, rejected.Reason, rejected.Note));
    }

    [Fact]
    public void Taking_back_opens_it_again_in_the_hand_of_who_decided()
    {
        var held = HeldOrder.Case(Now);
        held.Decide(new Verdict(ReviewDecision.Reject, "other", "Stolen", Trust), Ana, Now, Undo);

        Assert.Null(held.TakeBack(Ana, Now.AddSeconds(9)));

        Assert.Equal(ReviewState.Open, held.State);
        Assert.True(held.IsHeldBy(Ana, Now.AddSeconds(9)));
        Assert.All([held.Decision, held.Reason, held.Note, held.Consequences, held.DecidedBy, held.DecidedAt, (object?)held.EffectiveAt], Assert.Null);
        Assert.Null(held.Decide(Verdict.Approve(), Ana, Now.AddSeconds(9), Undo));
        Assert.Null(held.Note);
    }

    [Fact]
    public void Only_who_decided_takes_it_back_and_only_in_time()
    {
        var held = HeldOrder.Case(Now);
        held.Decide(Verdict.Approve(), Ana, Now, Undo);

        Assert.Equal(RefusalCode.AlreadyDecided, held.TakeBack(Lucia, Now)!.Code);
        Assert.Equal(RefusalCode.AlreadyDecided, held.TakeBack(Ana, Now + Undo)!.Code);
        Assert.Equal(RefusalCode.NotPossibleInThisState, HeldOrder.Case(Now).TakeBack(Ana, Now)!.Code);
    }

    [Fact]
    public void Taking_back_the_second_approval_leaves_the_first_with_all_that_it_wanted()
    {
        var held = FirstApproved();
        held.Decide(Verdict.Approve(), Beto, Now, Undo);

        Assert.Null(held.TakeBack(Beto, Now));

        Assert.Equal((ReviewState.AwaitingSecond, "person:ana"), (held.State, held.FirstApproval));
        Assert.Equal((Trust.ToJson(), "known_buyer", "Regular"), (held.Consequences, held.Reason, held.Note));
        Assert.Null(held.Decide(Verdict.Approve(), Beto, Now, Undo));
        Assert.Equal(Trust.ToJson(), held.Consequences);
    }

    [Fact]
    public void Who_approved_first_and_takes_a_rejection_back_still_cannot_be_the_second()
    {
        var held = FirstApproved();
        held.Decide(Verdict.Reject("other"), Ana, Now, Undo);

        held.TakeBack(Ana, Now);

        Assert.Equal(ReviewState.AwaitingSecond, held.State);
        Assert.Equal(RefusalCode.SecondPersonNeeded, held.Decide(Verdict.Approve(), Ana, Now, Undo)!.Code);
        held.Release(Ana, Now);
        Assert.Null(held.Decide(Verdict.Approve(), Beto, Now, Undo));
    }

    [Fact]
    public void Sending_now_is_for_who_decided()
    {
        var held = HeldOrder.Case(Now);
        held.Decide(Verdict.Approve(), Ana, Now, Undo);

        Assert.Equal(RefusalCode.AlreadyDecided, held.Hasten(Beto, Now)!.Code);
        Assert.Null(held.Hasten(Ana, Now.AddSeconds(2)));
        Assert.Equal(Now.AddSeconds(2), held.EffectiveAt);
        Assert.Null(held.Hasten(Ana, Now.AddSeconds(5)));
        Assert.Equal(Now.AddSeconds(2), held.EffectiveAt);
    }

    [Fact]
    public void The_time_to_take_it_back_ends_with_the_hold()
    {
        var held = HeldOrder.Case(Now);
        var late = held.HoldUntil.AddSeconds(-3);

        held.Decide(Verdict.Approve(), Ana, late, Undo);

        Assert.Equal(held.HoldUntil, held.EffectiveAt);
        Assert.Equal(RefusalCode.AlreadyDecided, held.TakeBack(Ana, held.HoldUntil)!.Code);
    }

    [Fact]
    public void Consequences_are_read_as_they_were_written()
    {
        var read = CaseConsequences.FromJson(Trust.ToJson());

        Assert.Equal((Trust.Fraud, Trust.Lists[0]), (read.Fraud, Assert.Single(read.Lists)));
        Assert.Null(CaseConsequences.None.ToJson());
        Assert.Equal(CaseConsequences.None, CaseConsequences.FromJson(null));
    }

    private static ReviewCase FirstApproved()
    {
        var held = HeldOrder.Case(Now, needsSecond: true);
        Assert.Null(held.Decide(new Verdict(ReviewDecision.Approve, "known_buyer", "Regular", Trust), Ana, Now, Undo));
        return held;
    }

    private static (RefusalCode, string?) Refused(Refusal? refusal) => (refusal!.Code, refusal.Field);
}
