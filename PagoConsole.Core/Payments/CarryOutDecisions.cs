using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Lets review decisions take effect: an approved order gets its payable code, a rejected one frees its stock. A hold that ends undecided is rejected.</summary>
public sealed class CarryOutDecisions
{
    private const int Batch = 50;
    private static readonly Actor By = Actor.Job("review");

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly OrderNews news;
    private readonly CommandBook book;
    private readonly TimeProvider time;

    internal CarryOutDecisions(IDbContextFactory<PagoDb> contexts, Writes writes, OrderNews news, CommandBook book, TimeProvider time)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.news = news;
        this.book = book;
        this.time = time;
    }

    /// <summary>Works off what is due now.</summary>
    /// <returns>How many cases ended.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        List<string> due;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            due = await db.Set<ReviewCase>().AsNoTracking()
                .Where(c => (c.State == ReviewState.Decided && c.EffectiveAt <= now)
                    || ((c.State == ReviewState.Open || c.State == ReviewState.AwaitingSecond) && c.HoldUntil <= now))
                .OrderBy(c => c.HoldUntil).Take(Batch).Select(c => c.OrderId).ToListAsync(ct);
        }

        await EachOfMany.DoAsync(due, 1, orderId => orderId, (orderId, stop) => writes.DoAsync(tx => EndAsync(tx, orderId, stop), stop), ct);
        return due.Count;
    }

    private async Task EndAsync(WriteScope tx, string orderId, CancellationToken ct)
    {
        var order = await tx.LockAsync<Order>(orderId, ct) ?? throw new InvalidOperationException($"Case {orderId} has no order.");
        if (await tx.LockAsync<ReviewCase>(orderId, ct) is not { State: not ReviewState.Closed } held) return;
        if (held.State != ReviewState.Decided)
        {
            if (held.HoldUntil > tx.Now) return;
            held.Decide(ReviewDecision.Reject, null, By, tx.Now, TimeSpan.Zero);
            tx.Journal(order.Stream, ReviewEvents.HoldEnded, By, null, orderId);
        }

        if (held.EffectiveAt > tx.Now) return;
        held.Close();
        if (order.Status != OrderStatus.InReview) return;

        // What a person decided says what they take it for; a hold that ran out says nothing.
        if (held.DecidedBy is { } person && person != By.Signature)
            tx.SayLabel(order, held.Decision == ReviewDecision.Reject, LabelSource.Review, OrderLabels.Review, person);
        var by = held.DecidedBy == By.Signature ? By : By with { Id = $"review ({held.DecidedBy})" };
        if (held.Decision == ReviewDecision.Reject)
        {
            await news.MoveAsync(tx, order, OrderStatus.Rejected, by, held.DecidedBy == By.Signature ? "hold_ended" : "rejected_in_review", null, ct);
            return;
        }

        await news.MoveAsync(tx, order, OrderStatus.AwaitingPayment, by, null, null, ct);
        var content = await tx.Db.Set<OrderContentRow>().AsNoTracking().SingleAsync(c => c.OrderId == orderId, ct);
        book.Create(tx, order, OrderContent.FromJson(content.Json), claimed: false);
    }
}
