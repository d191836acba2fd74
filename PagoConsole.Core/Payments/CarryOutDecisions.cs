using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Lets review decisions take effect: an approved order gets its payable code, a rejected one frees its stock. A hold that ends undecided ends as configured.</summary>
public sealed class CarryOutDecisions
{
    private const int Batch = 50;
    private static readonly Actor By = Actor.Job("review");

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly OrderNews news;
    private readonly CommandBook book;
    private readonly IOptionsMonitor<ReviewOptions> options;
    private readonly TimeProvider time;

    internal CarryOutDecisions(
        IDbContextFactory<PagoDb> contexts, Writes writes, OrderNews news, CommandBook book, IOptionsMonitor<ReviewOptions> options, TimeProvider time)
    {
        this.contexts = contexts;
        this.writes = writes;
        this.news = news;
        this.book = book;
        this.options = options;
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
            held.Decide(new Verdict(options.CurrentValue.AtHoldEnd(held), null, null, CaseConsequences.None), By, tx.Now, TimeSpan.Zero);
            tx.Journal(order.Stream, ReviewEvents.HoldEnded, By, new { held.Decision }, orderId);
        }

        if (held.EffectiveAt > tx.Now) return;
        held.Close();
        if (order.Status != OrderStatus.InReview) return;
        var content = OrderContent.FromJson((await tx.Db.Set<OrderContentRow>().AsNoTracking().SingleAsync(c => c.OrderId == orderId, ct)).Json);
        await FollowAsync(tx, order, held, content, ct);
        var byClock = held.DecidedBy == By.Signature;
        var by = byClock ? By : By with { Id = $"review ({held.DecidedBy})" };
        if (held.Decision == ReviewDecision.Reject)
        {
            await news.MoveAsync(tx, order, OrderStatus.Rejected, by, byClock ? "hold_ended" : "rejected_in_review", null, ct);
            return;
        }

        await news.MoveAsync(tx, order, OrderStatus.AwaitingPayment, by, null, null, ct);
        book.Create(tx, order, content, claimed: false);
    }

    /// <summary>What a person decided says what they take it for, and may put identifiers on lists; a hold that ran out says nothing.</summary>
    private static async Task FollowAsync(WriteScope tx, Order order, ReviewCase held, OrderContent content, CancellationToken ct)
    {
        if (held.DecidedBy is not { } person || person == By.Signature) return;
        var consequences = CaseConsequences.FromJson(held.Consequences);
        tx.SayLabel(
            order,
            consequences.Fraud ?? held.Decision == ReviewDecision.Reject,
            consequences.Fraud is null ? LabelSource.Review : LabelSource.Told,
            OrderLabels.Review,
            person);
        var owner = By with { Name = person[(person.IndexOf(':', StringComparison.Ordinal) + 1)..], Id = $"review ({person})" };
        foreach (var choice in consequences.Lists)
        {
            // The note may hold personal data, which whoever sees the lists need not see.
            if (choice.ValueOf(content) is { } value)
                await tx.PutOnListAsync(choice.Effect, choice.Kind, value, $"{held.OrderId} {held.Reason}".TrimEnd(), null, owner, ct);
        }
    }
}
