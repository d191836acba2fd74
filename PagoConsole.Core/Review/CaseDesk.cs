using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>What all actions upon a case share: who may, the lock, and the ring.</summary>
internal static class CaseDesk
{
    /// <summary>Runs a body upon a locked case; refuses whoever may not, and an order without a case.</summary>
    public static Task<Result<ReviewCase>> OnCaseAsync(
        this Writes writes, string orderId, Permission needed, Actor by, Func<WriteScope, ReviewCase, Refusal?> body, CancellationToken ct) =>
        writes.RunAsync<ReviewCase>(
            async tx =>
            {
                if (!by.May(needed)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { } held) return RefusalCode.NotFound;
                if (body(tx, held) is { } refusal) return refusal;
                return held;
            },
            ct);

    /// <summary>Journals something about a case in the stream of its order.</summary>
    public static void Journal(this WriteScope tx, ReviewCase held, string kind, Actor by, object? data = null, object? personal = null) =>
        tx.Journal(Order.StreamOf(held.OrderId), kind, by, data, held.OrderId, personal);
}
