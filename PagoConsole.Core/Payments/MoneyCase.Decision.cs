using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Payments;

/// <content>What was chosen, by whom, and what is left to do.</content>
public sealed partial class MoneyCase
{
    /// <summary>How far it has come.</summary>
    public MoneyCaseState State { get; private set; }

    /// <summary>Counts the changes: who decides says which one they looked at.</summary>
    public int Version { get; private set; }

    /// <summary>Who chose first, where a second person must too.</summary>
    public string? FirstBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? FirstAt { get; private set; }

    /// <summary>What they chose.</summary>
    public MoneyChoice? FirstChoice { get; private set; }

    /// <summary>What they wrote.</summary>
    public string? FirstNote { get; private set; }

    /// <summary>What was decided.</summary>
    public MoneyChoice? Choice { get; private set; }

    /// <summary>What they wrote.</summary>
    public string? Note { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The refund by which the money goes back outside PagoEfectivo.</summary>
    public string? RefundId { get; private set; }

    /// <summary>Who settled it: whoever decided, or whoever recorded that the money had gone back.</summary>
    public string? SettledBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether it waits for anybody.</summary>
    public bool IsWaiting => State != MoneyCaseState.Settled;

    /// <summary>
    /// Somebody chooses. Under the threshold that settles it. From it on the first choice waits for a different person: the same choice of theirs
    /// confirms it; another choice takes its place and waits for a second person in turn, who may be the first.
    /// </summary>
    /// <param name="decision">The choice.</param>
    /// <param name="needsSecond">Whether its amount takes two people.</param>
    /// <param name="by">Who chooses.</param>
    /// <param name="now">When.</param>
    /// <returns>Why not, or null when it is settled or waits for the second person.</returns>
    public Refusal? Decide(MoneyDecision decision, bool needsSecond, Actor by, DateTimeOffset now)
    {
        if (State == MoneyCaseState.Settled) return Settled();
        if (State == MoneyCaseState.AwaitingPayout) return new Refusal(RefusalCode.NotPossibleInThisState, Detail: "The case waits for its payout to be recorded.");
        if (decision.Seen is { } seen && seen != Version) return new Refusal(RefusalCode.CaseChanged, Args: [FirstBy ?? ""]);
        var confirms = State == MoneyCaseState.AwaitingSecond && decision.Choice == FirstChoice && decision.Payee is null;
        if (needsSecond && confirms && FirstBy == by.Signature) return new Refusal(RefusalCode.SecondPersonNeeded, Args: [by.Name]);
        Version++;
        if (needsSecond && !confirms)
        {
            State = MoneyCaseState.AwaitingSecond;
            (FirstBy, FirstAt, FirstChoice, FirstNote) = (by.Signature, now, decision.Choice, decision.Note.Trim());
            return null;
        }

        (Choice, Note, DecidedBy, DecidedAt) = (decision.Choice, decision.Note.Trim(), by.Signature, now);
        Settle(by, now);
        return null;
    }

    /// <summary>What was decided is carried out by people: it stays on the desk until they record that it is done.</summary>
    internal void AwaitPayout(string refundId)
    {
        State = MoneyCaseState.AwaitingPayout;
        (RefundId, SettledBy, SettledAt) = (refundId, null, null);
    }

    /// <summary>The payout was made and recorded.</summary>
    public Refusal? PaidOut(Actor by, DateTimeOffset now)
    {
        if (State == MoneyCaseState.Settled) return Settled();
        if (State != MoneyCaseState.AwaitingPayout) return new Refusal(RefusalCode.NotPossibleInThisState, Detail: "No payout is due.");
        Version++;
        Settle(by, now);
        return null;
    }

    /// <summary>The payout could not be made: what happens with the money is to be decided anew.</summary>
    public Refusal? PayoutFailed()
    {
        if (State == MoneyCaseState.Settled) return Settled();
        if (State != MoneyCaseState.AwaitingPayout) return new Refusal(RefusalCode.NotPossibleInThisState, Detail: "No payout is due.");
        Version++;
        State = MoneyCaseState.Open;
        (FirstBy, FirstAt, FirstChoice, FirstNote) = (null, null, null, null);
        (Choice, Note, DecidedBy, DecidedAt, RefundId) = (null, null, null, null, null);
        return null;
    }

    /// <summary>PagoEfectivo told that the refund in doubt, or refused before, went through after all: nothing is left to decide.</summary>
    public void WentBack(Actor by, DateTimeOffset now)
    {
        if (State == MoneyCaseState.Settled) return;
        Version++;
        (Choice, DecidedBy, DecidedAt) = (MoneyChoice.WentBack, by.Signature, now);
        Settle(by, now);
    }

    /// <summary>The refund that was refused is asked for anew, as the marketplace may; not while finance decides on another way.</summary>
    public Refusal? AskedAgain(Actor by, DateTimeOffset now)
    {
        if (State != MoneyCaseState.Open) return new Refusal(RefusalCode.NotPossibleInThisState, Detail: "Finance is giving this money back another way.");
        Version++;
        (Choice, DecidedBy, DecidedAt) = (MoneyChoice.Refund, by.Signature, now);
        Settle(by, now);
        return null;
    }

    private void Settle(Actor by, DateTimeOffset now) => (State, SettledBy, SettledAt) = (MoneyCaseState.Settled, by.Signature, now);

    private Refusal Settled() => new(RefusalCode.AlreadySettled, Detail: $"{SettledBy} settled it: {Choice}", Args: [SettledBy ?? ""]);
}
