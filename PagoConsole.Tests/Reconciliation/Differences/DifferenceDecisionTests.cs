using FsCheck.Xunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Differences;
using static PagoConsole.Tests.Reconciliation.Differences.DifferencesToHave;

namespace PagoConsole.Tests.Reconciliation.Differences;

public sealed class DifferenceDecisionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_decision_needs_a_note()
    {
        var found = New(Now);

        Assert.Equal(RefusalCode.NoteNeeded, found.Decide(new(DifferenceState.Explained, " "), false, Fina, Now)?.Code);
        Assert.True(found.IsOpen);
    }

    [Fact]
    public void What_is_explained_is_done_with_until_somebody_opens_it_again()
    {
        var found = New(Now);
        Assert.Null(found.Decide(new(DifferenceState.Explained, "Promotion of the agent"), false, Fina, Now));

        Assert.Equal((DifferenceState.Explained, "person:fina", "Promotion of the agent"), (found.State, found.StateBy, found.Note));
        Assert.Equal(RefusalCode.DifferenceDone, found.Decide(new(DifferenceState.Corrected, "no"), false, Fito, Now)?.Code);
        Assert.Null(found.Decide(new(DifferenceState.Open, "Wrong note"), false, Fito, Now));
        Assert.True(found.IsOpen);
    }

    [Fact]
    public void One_that_waits_for_PagoEfectivo_is_still_open()
    {
        var found = New(Now);
        found.Decide(new(DifferenceState.WaitingForPagoEfectivo, "Ticket 4711"), false, Fina, Now);

        Assert.True(found.IsOpen);
        Assert.Null(found.Decide(new(DifferenceState.Corrected, "They corrected it"), false, Fina, Now));
    }

    [Fact]
    public void Somebody_elses_change_is_not_overwritten()
    {
        var found = New(Now);
        found.Assign(Fito.Signature, 0, Fito);

        var refusal = found.Decide(new(DifferenceState.Explained, "Mine", Seen: 0), false, Fina, Now);

        Assert.Equal(RefusalCode.DifferenceChanged, refusal?.Code);
        Assert.Equal(RefusalCode.DifferenceChanged, found.Assign(Fina.Signature, 0, Fina)?.Code);
    }

    [Fact]
    public void What_two_are_to_write_off_nobody_explains_alone()
    {
        var found = New(Now, atStake: 500m);
        found.Decide(new(DifferenceState.WrittenOff, "Lost"), true, Fina, Now);

        Assert.Equal(RefusalCode.WriteOffAsked, found.Decide(new(DifferenceState.Explained, "Found"), true, Fina, Now)?.Code);
        Assert.Equal(RefusalCode.WriteOffAsked, found.Decide(new(DifferenceState.Corrected, "Found"), true, Fito, Now)?.Code);
        Assert.Null(found.Decide(new(DifferenceState.Open, "Not lost"), true, Fito, Now));
        Assert.Null(found.Decide(new(DifferenceState.Explained, "Found"), true, Fito, Now));
    }

    [Fact]
    public void A_large_write_off_takes_a_different_person()
    {
        var found = New(Now, atStake: 500m);
        Assert.Null(found.Decide(new(DifferenceState.WrittenOff, "Lost"), true, Fina, Now));
        Assert.True(found is { IsOpen: true, AwaitsSecond: true });

        Assert.Equal(RefusalCode.SecondPersonNeeded, found.Decide(new(DifferenceState.WrittenOff, "Lost"), true, Fina, Now)?.Code);
        Assert.Null(found.Decide(new(DifferenceState.WrittenOff, "Agreed"), true, Fito, Now));

        Assert.Equal((DifferenceState.WrittenOff, "person:fito", "Lost\nAgreed"), (found.State, found.StateBy, found.Note));
        Assert.False(found.AwaitsSecond);
    }

    [Fact]
    public void Another_decision_takes_the_write_off_back()
    {
        var found = New(Now, atStake: 500m);
        found.Decide(new(DifferenceState.WrittenOff, "Lost"), true, Fina, Now);

        Assert.Null(found.Decide(new(DifferenceState.Open, "Ask first"), true, Fito, Now));

        Assert.True(found is { State: DifferenceState.Open, AwaitsSecond: false });
        Assert.Null(found.Decide(new(DifferenceState.WrittenOff, "Lost"), true, Fito, Now));
        Assert.Equal("person:fito", found.WriteOffBy);
    }

    [Fact]
    public void What_mended_itself_says_so()
    {
        var found = New(Now);
        found.Decide(new(DifferenceState.WrittenOff, "Lost"), true, Fina, Now);

        Assert.True(found.Mend(Mending.ReportCaughtUp, Run.Signature, Now));

        Assert.Equal((DifferenceState.Corrected, Mending.ReportCaughtUp, false), (found.State, found.Mended, found.AwaitsSecond));
        Assert.False(found.Mend(Mending.OrderCaughtUp, Run.Signature, Now));
    }

    [Property]
    public void Nobody_alone_writes_off_what_takes_two(DifferenceState[] wishes)
    {
        var found = New(Now, atStake: 500m);
        foreach (var wish in wishes) found.Decide(new(wish, "because"), needsSecond: true, Fina, Now);

        Assert.NotEqual(DifferenceState.WrittenOff, found.State);
    }
}
