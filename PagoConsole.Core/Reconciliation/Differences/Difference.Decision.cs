using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>What somebody makes of a difference.</summary>
/// <param name="To">The state that it shall have.</param>
/// <param name="Note">Why; needed.</param>
/// <param name="Seen">The version of the difference that the person looked at; null does not mind.</param>
public sealed record DifferenceDecision(DifferenceState To, string Note, int? Seen = null)
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 2000;
}

/// <content>What people do with it. Pure: each changes it or says why not.</content>
public sealed partial class Difference
{
    /// <summary>Somebody shall work on it from now on, or nobody in particular.</summary>
    /// <param name="owner">Who, as an actor's signature; null releases it.</param>
    /// <param name="seen">The version that was looked at; null does not mind.</param>
    /// <param name="by">Who says so.</param>
    public Refusal? Assign(string? owner, int? seen, Actor by)
    {
        if (Changed(seen) is { } changed) return changed;
        if (Owner == owner) return null;
        Version++;
        (Owner, ChangedBy) = (owner, by.Signature);
        return null;
    }

    /// <summary>
    /// Somebody decides. A write-off from the threshold on waits for a different person, whose same decision confirms it; opening it, or waiting
    /// for PagoEfectivo, takes the wish back, and only then can it be explained or corrected: nobody closes alone what two were to close. What is
    /// done with must be opened again before it can become something else.
    /// </summary>
    /// <param name="decision">The decision.</param>
    /// <param name="needsSecond">Whether its amount takes two people to write off.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="now">When.</param>
    /// <returns>Why not; null when it has the state, or waits for the second person.</returns>
    public Refusal? Decide(DifferenceDecision decision, bool needsSecond, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(decision.Note)) return new Refusal(RefusalCode.NoteNeeded, "note");
        if (decision.Note.Length > DifferenceDecision.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
        if (Changed(decision.Seen) is { } changed) return changed;
        if (!IsOpen && decision.To != DifferenceState.Open) return new Refusal(RefusalCode.DifferenceDone, Detail: $"{StateBy}: {State}", Args: [StateBy ?? ""]);
        if (State == DifferenceState.Open && decision.To == DifferenceState.Open && !AwaitsSecond) return new Refusal(RefusalCode.DifferenceOpen);
        if (AwaitsSecond && decision.To is DifferenceState.Explained or DifferenceState.Corrected) return new Refusal(RefusalCode.WriteOffAsked, Args: [WriteOffBy ?? ""]);
        return decision.To == DifferenceState.WrittenOff && needsSecond ? WriteOff(decision, by, now) : Become(decision, by, now);
    }

    /// <summary>Finance looks at the same money as a case of its own.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Link(string moneyCaseId)
    {
        if (MoneyCaseId == moneyCaseId) return false;
        Version++;
        MoneyCaseId = moneyCaseId;
        return true;
    }

    /// <summary>PagoEfectivo was asked how its payment stands; the state stays, since people or the next run draw the conclusion.</summary>
    public void Hear(PaymentAnswer answer, DateTimeOffset now)
    {
        Version++;
        (Told, ToldAt) = (answer.ToJson(), now);
    }

    /// <summary>Its figures have changed since somebody wanted to write it off: nobody confirms what was not looked at.</summary>
    public void ForgetWriteOff()
    {
        if (!AwaitsSecond) return;
        Version++;
        (WriteOffBy, WriteOffAt, WriteOffNote) = (null, null, null);
    }

    private Refusal? WriteOff(DifferenceDecision decision, Actor by, DateTimeOffset now)
    {
        if (WriteOffBy == by.Signature) return new Refusal(RefusalCode.SecondPersonNeeded, Args: [by.Name]);
        if (AwaitsSecond) return Become(decision with { Note = $"{WriteOffNote}\n{decision.Note.Trim()}" }, by, now);
        Version++;
        (WriteOffBy, WriteOffAt, WriteOffNote, ChangedBy) = (by.Signature, now, decision.Note.Trim(), by.Signature);
        return null;
    }

    private Refusal? Become(DifferenceDecision decision, Actor by, DateTimeOffset now)
    {
        Enter(decision.To, null, by.Signature, now);
        Note = decision.Note.Trim();
        return null;
    }

    private Refusal? Changed(int? seen) => seen is { } version && version != Version ? new Refusal(RefusalCode.DifferenceChanged, Args: [ChangedBy ?? ""]) : null;
}
