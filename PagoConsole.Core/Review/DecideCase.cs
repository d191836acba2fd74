using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>Approves or rejects a held order. It takes effect after <c>Review:UndoSeconds</c>, until then it can be taken back.</summary>
public sealed class DecideCase(Writes writes, IOptionsMonitor<ReviewOptions> options)
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 2000;

    /// <summary>Decides; gives the case as it stands then.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, ReviewDecision decision, string? note, Actor by, CancellationToken ct) =>
        writes.RunAsync<ReviewCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
                if (note?.Length > LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { } held) return RefusalCode.NotFound;
                var undo = TimeSpan.FromSeconds(options.CurrentValue.UndoSeconds);
                if (held.Decide(decision, note, by, tx.Now, undo) is { } refusal) return refusal;
                tx.Journal(
                    Order.StreamOf(orderId),
                    held.State == ReviewState.AwaitingSecond ? ReviewEvents.FirstApproval : ReviewEvents.Decided,
                    by,
                    new { decision, held.EffectiveAt },
                    orderId,
                    held.Note is null ? null : new { note = held.Note });
                tx.Ring(ReviewEvents.Bell);
                return held;
            },
            ct);
}

/// <summary>Takes a decision back before it takes effect.</summary>
public sealed class TakeBackDecision(Writes writes)
{
    /// <summary>Takes it back; only who decided can.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct) =>
        writes.RunAsync<ReviewCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { } held) return RefusalCode.NotFound;
                if (held.TakeBack(by, tx.Now) is { } refusal) return refusal;
                tx.Journal(Order.StreamOf(orderId), ReviewEvents.TakenBack, by, null, orderId);
                return held;
            },
            ct);
}

/// <summary>Lets a decision take effect at once instead of after the time to take it back.</summary>
public sealed class SendDecisionNow(Writes writes)
{
    /// <summary>Hastens it.</summary>
    public Task<Result<ReviewCase>> RunAsync(string orderId, Actor by, CancellationToken ct) =>
        writes.RunAsync<ReviewCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { } held) return RefusalCode.NotFound;
                held.Hasten(tx.Now);
                tx.Ring(ReviewEvents.Bell);
                return held;
            },
            ct);
}
