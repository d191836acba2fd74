using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Review;

/// <content>What was decided, by whom, and until when that can be taken back.</content>
public sealed partial class ReviewCase
{
    /// <summary>The first of two who approved.</summary>
    public string? FirstApproval { get; private set; }

    /// <summary>What was decided.</summary>
    public ReviewDecision? Decision { get; private set; }

    /// <summary>Why, as one of the configured words.</summary>
    public string? Reason { get; private set; }

    /// <summary>What they wrote. May hold personal data.</summary>
    public string? Note { get; private set; }

    /// <summary>What else is to happen once it takes effect (JSON of <see cref="CaseConsequences"/>); null if nothing.</summary>
    public string? Consequences { get; private set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the decision takes effect.</summary>
    public DateTimeOffset? EffectiveAt { get; private set; }

    /// <summary>Somebody decides.</summary>
    /// <returns>Why not, or null when it is decided (or waits for the second person).</returns>
    public Refusal? Decide(Verdict verdict, Actor by, DateTimeOffset now, TimeSpan undo)
    {
        if (RefusalToWork(by, now) is { } refusal) return refusal;
        if (verdict.IsWithoutReason && by.Kind == ActorKind.Person) return new Refusal(RefusalCode.NoteNeeded, "reason");
        if (NeedsAnother(verdict, by) && FirstApproval == by.Signature) return new Refusal(RefusalCode.SecondPersonNeeded, Args: [by.Name]);
        Version++;
        var confirms = State == ReviewState.AwaitingSecond && verdict.Decision == ReviewDecision.Approve;
        Note = Both(confirms ? Note : null, string.IsNullOrWhiteSpace(verdict.Note) ? null : verdict.Note.Trim());
        Reason = !string.IsNullOrWhiteSpace(verdict.Reason) ? verdict.Reason : confirms ? Reason : null;
        Consequences = (confirms ? CaseConsequences.FromJson(Consequences).And(verdict.Consequences) : verdict.Consequences).ToJson();
        if (NeedsAnother(verdict, by) && State == ReviewState.Open)
        {
            State = ReviewState.AwaitingSecond;
            FirstApproval = by.Signature;
            LetGo();
            return null;
        }

        State = ReviewState.Decided;
        (Decision, DecidedBy, DecidedAt, EffectiveAt) = (verdict.Decision, by.Signature, now, EffectAt(now, undo));
        return null;
    }

    /// <summary>
    /// A decision that has not taken effect yet is taken back; who decided has it in hand again. A first approval stays, and with it what the
    /// second confirmed.
    /// </summary>
    /// <param name="by">Who decided.</param>
    /// <param name="now">When it is taken back.</param>
    /// <param name="keep">Whether they have it in hand again; if not, anybody can take it.</param>
    public Refusal? TakeBack(Actor by, DateTimeOffset now, bool keep = true)
    {
        if (State != ReviewState.Decided || EffectiveAt <= now || DecidedBy != by.Signature) return AlreadyDecided();
        State = FirstApproval is null ? ReviewState.Open : ReviewState.AwaitingSecond;
        if (FirstApproval is null || Decision == ReviewDecision.Reject) (Reason, Note, Consequences) = (null, null, null);
        (Decision, DecidedBy, DecidedAt, EffectiveAt) = (null, null, null, null);
        if (keep && FirstApproval != by.Signature) Hand(by.Signature, now);
        else LetGo();
        return null;
    }

    /// <summary>The decision takes effect at once ("send now"); only who decided can hasten it.</summary>
    public Refusal? Hasten(Actor by, DateTimeOffset now)
    {
        if (State != ReviewState.Decided || DecidedBy != by.Signature) return AlreadyDecided();
        if (EffectiveAt <= now) return null;
        Version++;
        EffectiveAt = now;
        return null;
    }

    /// <summary>The time to take a decision back ends with the hold: nobody holds the stock for longer by deciding again and again.</summary>
    private DateTimeOffset EffectAt(DateTimeOffset now, TimeSpan undo)
    {
        if (now + undo <= HoldUntil) return now + undo;
        return HoldUntil > now ? HoldUntil : now;
    }

    private static string? Both(string? first, string? second) => first is null || second is null ? first ?? second : $"{first}\n{second}";

    private bool NeedsAnother(Verdict verdict, Actor by) => verdict.Decision == ReviewDecision.Approve && NeedsSecond && by.Kind == ActorKind.Person;

    private Refusal? RefusalAsDecided() => State is ReviewState.Decided or ReviewState.Closed ? AlreadyDecided() : null;

    private Refusal AlreadyDecided() => Decision is { } decision
        ? new(RefusalCode.AlreadyDecided, Detail: $"{DecidedBy} decided: {decision}", Args: [DecidedBy ?? "", decision])
        : new(RefusalCode.NotPossibleInThisState, Detail: "The case waits for a decision, or its order was called off.");
}
