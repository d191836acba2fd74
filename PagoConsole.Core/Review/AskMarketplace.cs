using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>Asks the marketplace for more about a held order: callback <c>order.information_requested</c>; the first question stops the clock.</summary>
public sealed class AskMarketplace(Writes writes, OrderNews news)
{
    /// <summary>Asks.</summary>
    /// <param name="orderId">Whose case.</param>
    /// <param name="question">What, in at most <see cref="ReviewCase.LongestQuestion"/> characters.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Cancels as long as nothing is stored.</param>
    public Task<Result<ReviewCase>> RunAsync(string orderId, string question, Actor by, CancellationToken ct) => writes.RunAsync<ReviewCase>(
        async tx =>
        {
            if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
            if (string.IsNullOrWhiteSpace(question)) return new Refusal(RefusalCode.NoteNeeded, "question");
            if (question.Length > ReviewCase.LongestQuestion) return new Refusal(RefusalCode.Invalid, "question");
            if (await tx.LockAsync<Order>(orderId, ct) is not { } order) return RefusalCode.UnknownOrder;
            if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { } held) return RefusalCode.NotFound;
            if (held.Ask(question.Trim(), by, tx.Now) is { } refusal) return refusal;
            tx.Journal(held, ReviewEvents.InformationRequested, by, new { held.PausedUntil, held.HoldUntil }, new { question = held.Question });
            await news.TellAsync(tx, order, CallbackType.InformationRequested, ct, more: new { held.Question, held.PausedUntil, held.HoldUntil });
            return held;
        },
        ct);
}
