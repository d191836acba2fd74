using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Review;

/// <summary>Warns, on screen and by callback <c>order.review_warning</c>, when 50, 80 and 95 % of a hold have passed without a decision.</summary>
public sealed class WarnOfHoldEnd(IDbContextFactory<PagoDb> contexts, Writes writes, OrderNews news, TimeProvider time)
{
    /// <summary>The bell of the pump that warns; nobody rings it, the pump looks each second.</summary>
    public const string Bell = "hold-warnings";

    private const int Batch = 50;
    private static readonly Actor By = Actor.Job("review");

    /// <summary>Gives the warnings that are due now.</summary>
    /// <returns>How many cases were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        List<string> due;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            // A hold that has ended needs no warning any more: its end is told.
            due = await db.Set<ReviewCase>().AsNoTracking()
                .Where(c => (c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond) && c.NextWarningAt <= now && c.HoldUntil > now)
                .OrderBy(c => c.NextWarningAt).Take(Batch).Select(c => c.OrderId).ToListAsync(ct);
        }

        await EachOfMany.DoAsync(due, 1, orderId => orderId, (orderId, stop) => writes.DoAsync(tx => WarnAsync(tx, orderId, stop), stop), ct);
        return due.Count;
    }

    private async Task WarnAsync(WriteScope tx, string orderId, CancellationToken ct)
    {
        var order = await tx.LockAsync<Order>(orderId, ct) ?? throw new InvalidOperationException($"Case {orderId} has no order.");
        if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { } held || held.HoldUntil <= tx.Now) return;
        if (held.Warn(tx.Now) is not { } percent) return;
        tx.Journal(held, ReviewEvents.Warning, By, new { percent, held.HoldUntil });
        await news.TellAsync(tx, order, CallbackType.ReviewWarning, ct, more: new { percent, held.HoldUntil });
    }
}
