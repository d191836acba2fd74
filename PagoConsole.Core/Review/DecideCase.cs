using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>Approves or rejects a held order. It takes effect after <c>Review:UndoSeconds</c>, until then it can be taken back.</summary>
public sealed class DecideCase(Writes writes, IOptionsMonitor<ReviewOptions> options)
{
    /// <summary>Decides; gives the case as it stands then.</summary>
    /// <param name="orderId">Whose case.</param>
    /// <param name="verdict">What is decided, why, and what else it does.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Verdict verdict, Actor by, CancellationToken ct)
    {
        var settings = options.CurrentValue;
        return writes.OnCaseAsync(
            orderId,
            Permission.DecideCases,
            by,
            (tx, held) =>
            {
                if (verdict.Note?.Length > Verdict.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (verdict.Reason is { Length: > 0 } reason && !settings.ReasonsFor(verdict.Decision).Contains(reason))
                    return new Refusal(RefusalCode.Invalid, "reason");
                if (!verdict.Consequences.Lists.All(choice => choice.IsAllowed)) return new Refusal(RefusalCode.Invalid, "lists");
                if (held.Decide(verdict, by, tx.Now, TimeSpan.FromSeconds(settings.UndoSeconds)) is { } refusal) return refusal;
                tx.Journal(
                    held,
                    held.State == ReviewState.AwaitingSecond ? ReviewEvents.FirstApproval : ReviewEvents.Decided,
                    by,
                    new { verdict.Decision, code = held.Reason, held.EffectiveAt, verdict.Consequences.Lists, verdict.Consequences.Fraud },
                    string.IsNullOrWhiteSpace(verdict.Note) ? null : new { note = held.Note });
                tx.Ring(ReviewEvents.Bell);
                return null;
            },
            ct);
    }
}

/// <summary>Takes a decision back before it takes effect.</summary>
public sealed class TakeBackDecision(Writes writes)
{
    /// <summary>Takes it back; only who decided can.</summary>
    /// <param name="orderId">Whose case.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    /// <param name="keep">Whether they have it in hand again; if not, anybody can take it.</param>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct, bool keep = true) => writes.OnCaseAsync(
        orderId,
        Permission.DecideCases,
        by,
        (tx, held) =>
        {
            if (held.TakeBack(by, tx.Now, keep) is { } refusal) return refusal;
            tx.Journal(held, ReviewEvents.TakenBack, by);
            return null;
        },
        ct);
}

/// <summary>Lets a decision take effect at once instead of after the time to take it back.</summary>
public sealed class SendDecisionNow(Writes writes)
{
    /// <summary>Hastens it; only who decided can.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct) => writes.OnCaseAsync(
        orderId,
        Permission.DecideCases,
        by,
        (tx, held) =>
        {
            if (held.Hasten(by, tx.Now) is { } refusal) return refusal;
            tx.Ring(ReviewEvents.Bell);
            return null;
        },
        ct);
}
