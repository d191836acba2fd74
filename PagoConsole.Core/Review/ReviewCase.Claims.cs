using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review;

/// <content>Who has it in hand.</content>
public sealed partial class ReviewCase
{
    /// <summary>How long a claim holds unless it is renewed.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    /// <summary>Longest note of an escalation.</summary>
    public const int LongestEscalation = 1000;

    /// <summary>Who has it in hand, or had it last; it counts only until <see cref="ClaimedUntil"/>.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Until when that claim holds.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>When it was handed to a lead; null if it was not.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>Who handed it on.</summary>
    public string? EscalatedBy { get; private set; }

    /// <summary>What the lead should know.</summary>
    public string? EscalationNote { get; private set; }

    /// <summary>Who has it in hand at an instant; null if nobody has.</summary>
    public string? HolderAt(DateTimeOffset at) => ClaimedUntil > at ? ClaimedBy : null;

    /// <summary>Whether somebody has it in hand at an instant.</summary>
    public bool IsHeldBy(Actor person, DateTimeOffset at) => HolderAt(at) == person.Signature;

    /// <summary>Somebody takes it in hand, or keeps it.</summary>
    /// <returns>Why not, or null.</returns>
    public Refusal? Claim(Actor by, DateTimeOffset now)
    {
        if (RefusalAsDecided() is { } decided) return decided;
        if (HolderAt(now) is { } holder && holder != by.Signature) return ClaimedBySomebody(holder);
        Hand(by.Signature, now);
        return null;
    }

    /// <summary>A lead takes it from whoever has it.</summary>
    /// <returns>Why not, or null.</returns>
    public Refusal? TakeOver(Actor by, DateTimeOffset now)
    {
        if (RefusalAsDecided() is { } decided) return decided;
        Hand(by.Signature, now);
        return null;
    }

    /// <summary>Whoever has it lets go; nobody else can.</summary>
    /// <returns>Whether it was in their hand.</returns>
    public bool Release(Actor by, DateTimeOffset now)
    {
        if (!IsHeldBy(by, now)) return false;
        LetGo();
        return true;
    }

    /// <summary>Hands it to a lead: from then on only somebody who may take over cases decides it.</summary>
    /// <returns>Why not, or null.</returns>
    public Refusal? Escalate(string note, Actor by, DateTimeOffset now)
    {
        if (RefusalToWork(by, now) is { } refusal) return refusal;
        (EscalatedAt, EscalatedBy, EscalationNote) = (now, by.Signature, note);
        LetGo();
        return null;
    }

    private static Refusal ClaimedBySomebody(string holder) => new(RefusalCode.ClaimedByAnother, Detail: $"{holder} has it in hand", Args: [holder]);

    private void Hand(string to, DateTimeOffset now)
    {
        Version++;
        (ClaimedBy, ClaimedUntil) = (to, now + ClaimLasts);
    }

    private void LetGo()
    {
        Version++;
        (ClaimedBy, ClaimedUntil) = (null, null);
    }

    private Refusal? RefusalToWork(Actor by, DateTimeOffset now)
    {
        if (RefusalAsDecided() is { } decided) return decided;
        if (by.Kind != ActorKind.Person) return null;
        if (HolderAt(now) is { } holder && holder != by.Signature) return ClaimedBySomebody(holder);
        if (EscalatedAt is not null && !by.May(Permission.TakeOverCases)) return new Refusal(RefusalCode.LeadNeeded, Args: [EscalatedBy ?? ""]);
        return null;
    }
}
