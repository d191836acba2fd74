using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>Takes a case in hand for <see cref="ReviewCase.ClaimLasts"/>, or keeps it there.</summary>
public sealed class ClaimCase(Writes writes)
{
    /// <summary>Takes it; refused while somebody else has it. Who has it already keeps it for longer, which is not journalled again.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct) => writes.OnCaseAsync(
        orderId,
        Permission.DecideCases,
        by,
        (tx, held) =>
        {
            var before = held.HolderAt(tx.Now);
            if (held.Claim(by, tx.Now) is { } refusal) return refusal;
            if (before is null) tx.Journal(held, ReviewEvents.Claimed, by);
            return null;
        },
        ct);
}

/// <summary>Lets go of a case, so that others can take it at once.</summary>
public sealed class ReleaseCase(Writes writes)
{
    /// <summary>Lets go; what one does not have stays as it is.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct) => writes.OnCaseAsync(
        orderId,
        Permission.DecideCases,
        by,
        (tx, held) =>
        {
            if (held.Release(by, tx.Now)) tx.Journal(held, ReviewEvents.Released, by);
            return null;
        },
        ct);
}

/// <summary>Takes a case from a colleague who has it in hand.</summary>
public sealed class TakeOverCase(Writes writes)
{
    /// <summary>Takes it over; the journal says from whom.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct) => writes.OnCaseAsync(
        orderId,
        Permission.TakeOverCases,
        by,
        (tx, held) =>
        {
            var before = held.HolderAt(tx.Now);
            if (before == by.Signature) return held.Claim(by, tx.Now);
            if (held.TakeOver(by, tx.Now) is { } refusal) return refusal;
            tx.Journal(held, ReviewEvents.TakenOver, by, new { from = before });
            return null;
        },
        ct);
}

/// <summary>Hands a case to a lead.</summary>
public sealed class EscalateCase(Writes writes)
{
    /// <summary>Hands it on, with what the lead should know.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, string note, Actor by, CancellationToken ct) => writes.OnCaseAsync(
        orderId,
        Permission.DecideCases,
        by,
        (tx, held) =>
        {
            if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
            if (note.Length > ReviewCase.LongestEscalation) return new Refusal(RefusalCode.Invalid, "note");
            if (held.Escalate(note.Trim(), by, tx.Now) is { } refusal) return refusal;
            tx.Journal(held, ReviewEvents.Escalated, by, null, new { note = note.Trim() });
            return null;
        },
        ct);
}
