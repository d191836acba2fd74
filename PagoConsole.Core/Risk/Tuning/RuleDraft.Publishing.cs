using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>How a draft becomes a version.</summary>
public sealed partial class RuleDraft
{
    /// <summary>Somebody wants it published: it waits for a second person, for its time, or for nothing any more.</summary>
    /// <param name="comment">What it changes and why.</param>
    /// <param name="at">When; null for at once.</param>
    /// <param name="second">Whether a second person is asked for.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When they said so.</param>
    public Refusal? Propose(string comment, DateTimeOffset? at, bool second, Actor by, DateTimeOffset now)
    {
        if (State != DraftState.Open) return new(RefusalCode.DraftNotOpen);
        Touch(by, now);
        (Comment, PublishAt, ProposedBy, ApprovedBy) = (comment, at, by.Signature, null);
        State = second ? DraftState.WaitingForApproval : DraftState.Scheduled;
        return null;
    }

    /// <summary>A second person says yes.</summary>
    public Refusal? Approve(Actor by, DateTimeOffset now)
    {
        if (State != DraftState.WaitingForApproval) return new(RefusalCode.DraftNotOpen);
        if (IsHandOf(by)) return new(RefusalCode.SecondPersonNeeded);
        Revision++;
        (ApprovedBy, ChangedBy, ChangedAt, State) = (by.Signature, by.Signature, now, DraftState.Scheduled);
        return null;
    }

    /// <summary>Whether it is to be published now.</summary>
    public bool IsDue(DateTimeOffset now) => State == DraftState.Scheduled && !(PublishAt > now);

    /// <summary>Gives it back to be edited.</summary>
    public Refusal? Reopen(Actor by, DateTimeOffset now)
    {
        if (State is not (DraftState.WaitingForApproval or DraftState.Scheduled or DraftState.Held)) return new(RefusalCode.DraftNotOpen);
        Revision++;
        (State, PublishAt, ProposedBy, ApprovedBy, HeldBecause) = (DraftState.Open, null, null, null, null);
        (ChangedBy, ChangedAt) = (by.Signature, now);
        return null;
    }

    /// <summary>Keeps it from being published.</summary>
    public void Hold(HeldReason why, Actor by, DateTimeOffset now)
    {
        Revision++;
        (State, HeldBecause, ChangedBy, ChangedAt) = (DraftState.Held, why, by.Signature, now);
    }

    /// <summary>It became a version.</summary>
    public void Become(int version, Actor by, DateTimeOffset now)
    {
        Revision++;
        (State, PublishedVersion, ChangedBy, ChangedAt) = (DraftState.Published, version, by.Signature, now);
    }

    /// <summary>Gives it up.</summary>
    public Refusal? Discard(Actor by, DateTimeOffset now)
    {
        if (Ended) return new(RefusalCode.DraftNotOpen);
        Revision++;
        (State, ChangedBy, ChangedAt) = (DraftState.Discarded, by.Signature, now);
        return null;
    }

    /// <summary>It brings an earlier version back, and nothing else.</summary>
    public void Restore(int version) => RestoresVersion = version;
}
