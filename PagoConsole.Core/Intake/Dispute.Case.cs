using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Intake;

/// <content>The case around it: who works on it, until when, what was handed in, and how it ended.</content>
public sealed partial class Dispute
{
    /// <summary>Where it stands.</summary>
    public DisputeState State { get; private set; }

    /// <summary>What it is about; null until somebody has said so.</summary>
    public DisputeReason? Code { get; private set; }

    /// <summary>Until when it is to be answered: as told, or as usual. Null only for one that is older than this date.</summary>
    public DateTimeOffset? AnswerBy { get; set; }

    /// <summary>Who works on it, as <see cref="Actor.Signature"/>.</summary>
    public string? Owner { get; private set; }

    /// <summary>When proof was handed in; null while none was.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>SHA-256 of the manifest of the evidence pack that was handed in, in small hexadecimal.</summary>
    public string? PackSha256 { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who said how.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>How much of the disputed amount went to the buyer's side in the end, in hundredths of the order's currency.</summary>
    public long? OutcomeMinor { get; private set; }

    /// <summary>How many of its warnings were given: before its date, and at it.</summary>
    public int Warnings { get; private set; }

    /// <summary>Counts the changes; two people cannot both change the same one.</summary>
    public int Version { get; private set; }

    /// <summary>Its entries stand in the stream of its order.</summary>
    public string Stream => Order.StreamOf(OrderId);

    /// <summary>Whether it still waits for proof.</summary>
    public bool IsUnanswered => State == DisputeState.Open && HandedInAt is null;

    /// <summary>Somebody works on it, or nobody in particular any more.</summary>
    public Refusal? GiveTo(string? owner)
    {
        if (State != DisputeState.Open) return NotNow();
        if (Owner == owner) return new Refusal(RefusalCode.NothingChanged);
        (Owner, Version) = (owner, Version + 1);
        return null;
    }

    /// <summary>Says what it is about.</summary>
    public Refusal? Classify(DisputeReason code)
    {
        if (State != DisputeState.Open) return NotNow();
        if (Code == code) return new Refusal(RefusalCode.NothingChanged);
        (Code, Version) = (code, Version + 1);
        return null;
    }

    /// <summary>It is to be answered by another date; warnings begin anew.</summary>
    public Refusal? Postpone(DateTimeOffset answerBy)
    {
        if (State != DisputeState.Open) return NotNow();
        if (AnswerBy == answerBy) return new Refusal(RefusalCode.NothingChanged);
        (AnswerBy, Warnings, Version) = (answerBy, 0, Version + 1);
        return null;
    }

    /// <summary>Proof was handed in, with the pack of this manifest or without one.</summary>
    public Refusal? HandIn(string? packSha256, DateTimeOffset now)
    {
        if (State != DisputeState.Open) return NotNow();
        (HandedInAt, PackSha256, Version) = (now, packSha256, Version + 1);
        return null;
    }

    /// <summary>It ended.</summary>
    /// <param name="outcome">How; open again is <see cref="Reopen"/>.</param>
    /// <param name="toBuyerMinor">How much went to the buyer's side.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public Refusal? Close(DisputeState outcome, long toBuyerMinor, string by, DateTimeOffset now)
    {
        if (outcome == DisputeState.Open || toBuyerMinor < 0) return new Refusal(RefusalCode.Invalid, "outcome");
        if (State != DisputeState.Open) return NotNow();
        (State, OutcomeMinor, ClosedAt, ClosedBy, Version) = (outcome, toBuyerMinor, now, by, Version + 1);
        return null;
    }

    /// <summary>It had not ended after all.</summary>
    public Refusal? Reopen()
    {
        if (State == DisputeState.Open) return NotNow();
        (State, OutcomeMinor, ClosedAt, ClosedBy, Version) = (DisputeState.Open, null, null, null, Version + 1);
        return null;
    }

    /// <summary>A warning was given.</summary>
    public void Warned(int warnings) => (Warnings, Version) = (warnings, Version + 1);

    private Refusal NotNow() => new(RefusalCode.NotPossibleInThisState, Detail: $"The dispute is {State}.", Args: [State]);
}
