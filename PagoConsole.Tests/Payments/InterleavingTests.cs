using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

public sealed class InterleavingTestsOnSqlite() : InterleavingTests(StorageProvider.Sqlite, cases: 60);

public sealed class InterleavingTestsOnPostgres() : InterleavingTests(StorageProvider.Postgres, cases: 15);

/// <summary>
/// Random interleavings of deliveries (doubled, reordered, late), polls, expiry, cancelling, review, refunds and mishaps of the gateway:
/// no illegal state, no lost money, no double effect. The seed is fixed; a failure prints the steps.
/// </summary>
public abstract class InterleavingTests(StorageProvider provider, int cases) : MoneyPath(provider)
{
    /// <summary>What can happen next.</summary>
    public enum Step
    {
        PayExact, PayAgain, PayShort, PayForeign, ExpireThere, Deliver, Deliver2, Redeliver, Poll, ExpireHere, Cancel, Approve, Reject,
        RefundAll, RefundPart, Ship, Pumps, LoseAnswer, LoseCall, NoConnection, ReturnThere,
    }

    private static readonly Money Price = Money.Of(900m, Currency.Pen);

    [Fact]
    public async Task Whatever_happens_in_whatever_order_the_books_are_right()
    {
        var steps = Gen.ListOf(Gen.Elements(Enum.GetValues<Step>())).Sample(cases, new Rnd(20261122, 7), 30).ToList();
        Assert.Equal(cases, steps.Count);
        for (var i = 0; i < steps.Count; i++) await RunAsync([.. steps[i]], held: i % 3 == 0);
        var verdict = await Get<JournalVerifier>().VerifyAsync(null, Ct);
        Assert.Null(verdict.Broken);
        Assert.True(verdict.Entries > cases);
    }

    private async Task RunAsync(List<Step> steps, bool held)
    {
        var script = string.Join(' ', steps);
        Pago.Mishaps.Clear();
        var content = NewOrder(900m, accountDays: held ? 2 : 300);
        await PlaceAsync(content);
        var story = new Story(content.OrderId);
        foreach (var step in steps) await TakeAsync(story, step);
        Pago.Mishaps.Clear();

        // In the end everything that PagoEfectivo has to say is said, and every pump has caught up.
        foreach (var told in story.Told.ToList()) Assert.Equal(200, (await SendAsync(told)).Status);
        for (var round = 0; round < 3; round++) await SettleDownAsync();
        await CheckAsync(story, script);
    }

    private async Task TakeAsync(Story story, Step step)
    {
        var payment = Pago.Of(story.OrderId).SingleOrDefault();
        switch (step)
        {
            case Step.PayExact: Pay(story, payment, "tx_1", Price); break;
            case Step.PayAgain: Pay(story, payment, "tx_2", Price); break;
            case Step.PayShort: Pay(story, payment, "tx_3", Money.Of(10m, Currency.Pen)); break;
            case Step.PayForeign: Pay(story, payment, "tx_4", Money.Of(900m, Currency.Usd)); break;
            case Step.ExpireThere:
                if (payment is { Status: GatewayPaymentStatus.Pending }) story.Told.Add(Told(story, "payment.expired", Pago.Expire(payment.Id), null, null));
                break;
            case Step.Deliver: if (story.Told.Count > 0) await SendAsync(story.Told[^1]); break;
            case Step.Deliver2: if (story.Told.Count > 1) await SendAsync(story.Told[^2]); break;
            case Step.Redeliver: if (story.Told.Count > 0) await SendAsync(story.Told[0]); break;
            case Step.Poll: await Get<PollPayments>().AskAsync(story.OrderId, Ct); break;
            case Step.ExpireHere:
                Time.Advance(TimeSpan.FromHours(13));
                await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct);
                break;
            case Step.Cancel: await Get<CancelOrder>().RunAsync(story.OrderId, null, Marketplace, "r", Ct); break;
            case Step.Approve: await Get<DecideCase>().RunAsync(story.OrderId, Verdict.Approve(), Analyst, Ct); break;
            case Step.Reject: await Get<DecideCase>().RunAsync(story.OrderId, Verdict.Reject("other", "no"), Analyst, Ct); break;
            case Step.RefundAll: await Get<RequestRefund>().RunAsync(story.OrderId, 900m, "all", null, Marketplace, "r", Ct); break;
            case Step.RefundPart: await Get<RequestRefund>().RunAsync(story.OrderId, 100m, "part", null, Marketplace, "r", Ct); break;
            case Step.Ship: await Get<ShipOrder>().RunAsync(story.OrderId, new ShipmentContent("Olva", "1", Time.GetUtcNow()), Marketplace, "r", Ct); break;
            case Step.Pumps: await SettleDownAsync(); break;
            case Step.ReturnThere:
                if (payment is { Status: GatewayPaymentStatus.Paid })
                    story.Told.Add(Told(story, "payment.refunded", Pago.Return(payment.Id), payment.Amount, $"back_{payment.TransactionId}"));
                break;
            case Step.LoseAnswer: Pago.Mishaps.Enqueue(Mishap.LostAfter); break;
            case Step.LoseCall: Pago.Mishaps.Enqueue(Mishap.LostBefore); break;
            case Step.NoConnection: Pago.Mishaps.Enqueue(Mishap.NotSent); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private void Pay(Story story, GatewayPayment? payment, string transaction, Money money)
    {
        if (payment is null || payment.Status == GatewayPaymentStatus.Refunded || !story.Paid.TryAdd(transaction, money)) return;
        var paid = Pago.Pay(payment.Id, transaction, money);
        story.Told.Add(Told(story, "payment.paid", paid, money, transaction));
    }

    private string Told(Story story, string type, GatewayPayment payment, Money? money, string? transaction) =>
        Event(type, payment.Id, money, transaction).Replace("\"payment_id\"", $"\"order_id\":\"{story.OrderId}\",\"payment_id\"", StringComparison.Ordinal);

    private async Task CheckAsync(Story story, string script)
    {
        var order = await OrderAsync(story.OrderId);
        var journal = await ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == order.Stream).OrderBy(e => e.Position).ToListAsync(Ct));
        var movements = await ReadAsync(db => db.Set<MoneyMovement>().AsNoTracking().Where(m => m.OrderId == story.OrderId).ToListAsync(Ct));
        var cases = await CasesAsync(story.OrderId);
        var callbacks = await CallbacksAsync(story.OrderId);

        // No illegal state: the journal's own account of every move is allowed and without a gap.
        OrderStatus? last = null;
        foreach (var (from, to) in journal.Select(Move).OfType<(OrderStatus, OrderStatus)>())
        {
            Assert.True(OrderTransitions.May(from, to), $"{from} → {to} in: {script}");
            Assert.True(last is null || last == from, $"{last} then {from} → {to} in: {script}");
            last = to;
        }

        Assert.True((last ?? order.Status) == order.Status, script);

        // No lost money: every transaction is kept once, with its amount, and what does not settle the order is a case.
        var payments = movements.Where(m => m.Kind == MovementKind.Payment).ToDictionary(m => m.TransactionId, m => m.Amount);
        Assert.True(payments.OrderBy(p => p.Key).SequenceEqual(story.Paid.OrderBy(p => p.Key)), $"{story.OrderId}: {string.Join(',', payments)} for {string.Join(',', story.Paid)} in: {script}");
        var exact = story.Paid.Values.Count(m => m == Price);
        Assert.True(cases.Count(c => c.Kind is not (MoneyCaseKind.Late or MoneyCaseKind.UnaskedRefund) && !c.IsAboutRefund) == story.Paid.Count - Math.Min(1, exact), $"cases in: {script}");
        Assert.True((exact > 0) == (order.Status.HasMoney() || order.Status == OrderStatus.Refunded), $"{order.Status} with {exact} exact payments in: {script}");

        // No double effect: one payment, one order.paid, no more money back than came.
        Assert.True(Pago.Of(story.OrderId).Count() <= 1, script);
        Assert.True(callbacks.Count(c => c == "order.paid") <= 1 && callbacks.Count(c => c == "order.paid_late") <= 1, $"{string.Join(',', callbacks)} in: {script}");
        if (Pago.Of(story.OrderId).SingleOrDefault() is { } payment && Pago.Refunded.TryGetValue(payment.Id, out var back))
            Assert.True(back <= Price.Minor, $"{back} went back in: {script}");

        // No code stays payable for an order that was closed.
        if (order.Status is OrderStatus.Cancelled or OrderStatus.Expired or OrderStatus.Rejected)
            Assert.All(Pago.Of(story.OrderId), p => Assert.NotEqual(GatewayPaymentStatus.Pending, p.Status));
    }

    private static (OrderStatus From, OrderStatus To)? Move(JournalEntry entry)
    {
        var data = JsonElement.Parse(entry.Data);
        return data.TryGetProperty("from", out var from) && data.TryGetProperty("to", out var to)
            ? (Enum.Parse<OrderStatus>(from.GetString()!), Enum.Parse<OrderStatus>(to.GetString()!))
            : null;
    }

    private sealed record Story(string OrderId)
    {
        public List<string> Told { get; } = [];

        public Dictionary<string, Money> Paid { get; } = [];
    }
}
