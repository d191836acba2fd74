using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review;

/// <summary>Where a case stands.</summary>
public enum ReviewState
{
    /// <summary>Waits for a person.</summary>
    Open,

    /// <summary>One person approved; a second, different one must too.</summary>
    AwaitingSecond,

    /// <summary>Decided; takes effect at <see cref="ReviewCase.EffectiveAt"/> and can be taken back until then.</summary>
    Decided,

    /// <summary>Took effect, or ended because the order was called off.</summary>
    Closed,
}

/// <summary>What a person, or the end of the hold time, decided.</summary>
public enum ReviewDecision
{
    /// <summary>Sell: the payable code is made.</summary>
    Approve,

    /// <summary>Do not sell: the stock is free.</summary>
    Reject,
}

/// <summary>An order held for a person. Its methods are pure: they change the case or say why not.</summary>
public sealed class ReviewCase
{
    /// <summary>The order; there is one case for each held order.</summary>
    public required string OrderId { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewState State { get; private set; }

    /// <summary>When it was held.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the hold ends.</summary>
    public required DateTimeOffset HoldUntil { get; init; }

    /// <summary>Whether a second person must approve.</summary>
    public required bool NeedsSecond { get; init; }

    /// <summary>The rules that held it, separated by commas.</summary>
    public required string Reasons { get; init; }

    /// <summary>The first of two who approved.</summary>
    public string? FirstApproval { get; private set; }

    /// <summary>What was decided.</summary>
    public ReviewDecision? Decision { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the decision takes effect.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>What they wrote.</summary>
    public string? Note { get; private set; }

    /// <summary>When the marketplace was asked for more; null while nothing is asked.</summary>
    public DateTimeOffset? InformationRequestedAt { get; private set; }

    /// <summary>Counts the changes; two people cannot both decide.</summary>
    public int Version { get; private set; }

    /// <summary>Somebody decides.</summary>
    /// <returns>Why not, or null when it is decided (or waits for the second person).</returns>
    public Refusal? Decide(ReviewDecision decision, string? note, Actor by, DateTimeOffset now, TimeSpan undo)
    {
        if (State is ReviewState.Decided or ReviewState.Closed)
            return new Refusal(RefusalCode.AlreadyDecided, Detail: $"{DecidedBy} decided: {Decision}", Args: [DecidedBy ?? "", Decision?.ToString() ?? ""]);
        if (decision == ReviewDecision.Reject && string.IsNullOrWhiteSpace(note) && by.Kind == ActorKind.Person)
            return new Refusal(RefusalCode.NoteNeeded, "note");
        Version++;
        Note = string.IsNullOrWhiteSpace(note) ? Note : note.Trim();
        if (decision == ReviewDecision.Approve && NeedsSecond && by.Kind == ActorKind.Person)
        {
            if (State == ReviewState.Open)
            {
                State = ReviewState.AwaitingSecond;
                FirstApproval = by.Signature;
                return null;
            }

            if (FirstApproval == by.Signature) return new Refusal(RefusalCode.SecondPersonNeeded, Args: [by.Name]);
        }

        State = ReviewState.Decided;
        Decision = decision;
        DecidedBy = by.Signature;
        DecidedAt = now;
        EffectiveAt = now + undo;
        return null;
    }

    /// <summary>A decision that has not taken effect yet is taken back.</summary>
    public Refusal? TakeBack(Actor by, DateTimeOffset now)
    {
        if (State != ReviewState.Decided || EffectiveAt <= now || DecidedBy != by.Signature) return new Refusal(RefusalCode.AlreadyDecided, Args: [DecidedBy ?? "", Decision?.ToString() ?? ""]);
        Version++;
        State = FirstApproval is null || FirstApproval == by.Signature ? ReviewState.Open : ReviewState.AwaitingSecond;
        (Decision, DecidedBy, DecidedAt, EffectiveAt) = (null, null, null, null);
        return null;
    }

    /// <summary>The decision takes effect at once ("send now").</summary>
    public void Hasten(DateTimeOffset now)
    {
        if (State != ReviewState.Decided) return;
        Version++;
        EffectiveAt = now;
    }

    /// <summary>The marketplace answered the open question.</summary>
    public void InformationReceived()
    {
        Version++;
        InformationRequestedAt = null;
    }

    /// <summary>It took effect, or the order was called off.</summary>
    public void Close()
    {
        Version++;
        State = ReviewState.Closed;
    }
}
