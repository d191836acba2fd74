using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;

namespace PagoConsole.Tests.Webhooks.Replay;

public sealed class ReplayTestsOnSqlite() : ReplayTests(StorageProvider.Sqlite);

public sealed class ReplayTestsOnPostgres() : ReplayTests(StorageProvider.Postgres);

/// <summary>Having a delivery processed again: tried first, then done once, with who and why.</summary>
public abstract class ReplayTests(StorageProvider provider) : ReplayPath(provider)
{
    private ReplayReceipt Replay => Get<ReplayReceipt>();

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        var (order, delivery) = await ParkedAsync();
        var before = await PictureAsync(order.OrderId);

        var found = (await Replay.DryRunAsync(delivery, Finance, Ct)).Value;

        Assert.Equal((DeliveryVerdict.Parked, DeliveryVerdict.Applied), (found.Before, found.Verdict));
        Assert.Equal((order.OrderId, OrderStatus.AwaitingPayment, OrderStatus.Paid), (found.OrderId, found.From, found.To));
        Assert.Equal([CallbackType.Paid], found.Callbacks);
        Assert.Equal([new ReplayMoney(MovementKind.Payment, Price)], found.Money);
        Assert.Empty(found.MoneyCases);
        Assert.Equal(before, await PictureAsync(order.OrderId));
    }

    [Fact]
    public async Task A_parked_delivery_is_replayed_once_and_stays_as_it_was()
    {
        var (order, delivery) = await ParkedAsync();
        var receipts = await ReceiptsAsync();

        Assert.Equal(RefusalCode.NoteNeeded, (await Replay.RunAsync(delivery, " ", Finance, Ct)).Refusal?.Code);
        var done = await Replay.RunAsync(delivery, "Disk was full", Finance, Ct);
        var again = await Replay.RunAsync(delivery, "Once more", Finance, Ct);

        Assert.True(done.Done, $"{done.Refusal}");
        Assert.Equal(RefusalCode.ReplayChangesNothing, again.Refusal?.Code);
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(order.OrderId)).Status);
        Assert.Single(await CallbacksAsync(order.OrderId), type => type == "order.paid");
        Assert.Equal(receipts, await ReceiptsAsync());
        var trail = Assert.Single((await Get<ReplayList>().OfAsync(delivery, As(Role.Auditor), Ct)).Value);
        Assert.Equal(
            (delivery.ReceiptId, "person:Finance", "Disk was full", DeliveryVerdict.Parked, DeliveryVerdict.Applied),
            (trail.ReceiptId, trail.By, trail.Note, trail.Before, trail.Verdict));
        var entry = await ReadAsync(db => db.Set<JournalEntry>().SingleAsync(e => e.Kind == ReplayEvents.Replayed, Ct));
        Assert.Equal(("person:Finance", order.OrderId), (entry.Actor, entry.OrderId));
        Assert.DoesNotContain("Disk", entry.Data, StringComparison.Ordinal);
        Assert.Equal([DeliveryVerdict.Applied, DeliveryVerdict.Parked], (await LinesAsync()).Select(line => line.Verdict));
        Assert.Null((await Get<JournalVerifier>().VerifyAsync(null, Ct)).Broken);
    }

    [Fact]
    public async Task What_was_applied_already_changes_nothing()
    {
        var order = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", order.Payment!.PaymentId, Price, "tx_1"));
        await SettleDownAsync();
        var delivery = Assert.Single(await LinesAsync());
        var before = await PictureAsync(order.OrderId);

        var found = (await Replay.DryRunAsync(delivery, Finance, Ct)).Value;
        var done = await Replay.RunAsync(delivery, "To be sure", Finance, Ct);

        Assert.Equal((false, false, DeliveryVerdict.PaidAgain), (found.Changes, found.Settles, found.Verdict));
        Assert.Equal(RefusalCode.ReplayChangesNothing, done.Refusal?.Code);
        Assert.Equal(before, await PictureAsync(order.OrderId));
    }

    [Fact]
    public async Task What_another_way_had_told_meanwhile_settles_the_parked_delivery_and_nothing_else()
    {
        var (order, delivery) = await ParkedAsync();
        Pago.Pay(order.Payment!.PaymentId, $"tx_{order.OrderId}", Price);
        await Get<PollPayments>().AskAsync(order.OrderId, Ct);

        var done = (await Replay.RunAsync(delivery, "Seen by polling", Finance, Ct)).Value;

        Assert.Equal((false, true, DeliveryVerdict.PaidAgain), (done.Changes, done.Settles, done.Verdict));
        Assert.Single(await CallbacksAsync(order.OrderId), type => type == "order.paid");
        Assert.Empty(await Get<ReplayList>().OpenAsync([DeliveryVerdict.Parked], 10, Ct));
    }

    [Fact]
    public async Task A_payment_that_became_known_is_replayed()
    {
        var order = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", "pay_elsewhere", Money.Of(60m, Currency.Pen), "tx_9"));
        await SettleDownAsync();
        var delivery = Assert.Single(await LinesAsync());
        Assert.Equal(RefusalCode.ReplayChangesNothing, (await Replay.RunAsync(delivery, "Still unknown", Finance, Ct)).Refusal?.Code);

        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE payments SET payment_id = 'pay_elsewhere' WHERE order_id = @p0", [order.OrderId], Ct), Ct);
        var would = (await Replay.DryRunAsync(delivery, Finance, Ct)).Value;
        var done = (await Replay.RunAsync(delivery, "Known now", Finance, Ct)).Value;

        Assert.Equal((DeliveryVerdict.AmountDiffers, false), (would.Verdict, would.Moves));
        Assert.Equal([MoneyCaseKind.Short], done.MoneyCases);
        Assert.Equal(MoneyCaseKind.Short, Assert.Single(await CasesAsync(order.OrderId)).Kind);
    }

    [Fact]
    public async Task What_was_never_verified_is_never_applied()
    {
        var order = await PlaceAsync(NewOrder());
        var body = Encoding.UTF8.GetBytes(Event("payment.paid", order.Payment!.PaymentId, Price, "tx_1"));
        await Get<WebhookDoor>().ReceiveAsync(new Knock(IPAddress.Loopback, body, false, "00", "{}"));
        await SettleDownAsync();
        var forged = Assert.Single(await LinesAsync());

        Assert.Equal(RefusalCode.DeliveryNotVerified, (await Replay.DryRunAsync(forged, Finance, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.DeliveryNotVerified, (await Replay.RunAsync(forged, "Trust me", Finance, Ct)).Refusal?.Code);
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(order.OrderId)).Status);
    }

    [Fact]
    public async Task One_that_still_waits_is_left_to_the_pump()
    {
        var order = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", order.Payment!.PaymentId, Price, "tx_1"));
        var receiptId = await ReadAsync(db => db.Set<Receipt>().Select(r => r.Id).SingleAsync(Ct));

        var done = await Replay.RunAsync(new EventLine(1, Time.GetUtcNow(), DeliveryVerdict.Waiting, null, null, null, null, receiptId, null, null), "Now", Finance, Ct);

        Assert.Equal(RefusalCode.DeliveryStillWaits, done.Refusal?.Code);
    }

    [Fact]
    public async Task One_that_fails_again_changes_nothing_and_is_told()
    {
        var (order, delivery) = await ParkedAsync();
        var receipts = await ReceiptsAsync();
        await BreakAsync(true);

        var would = await Replay.DryRunAsync(delivery, Finance, Ct);
        var done = await Replay.RunAsync(delivery, "Try", Finance, Ct);
        await BreakAsync(false);

        Assert.Equal((RefusalCode.ReplayFailed, RefusalCode.ReplayFailed), (would.Refusal?.Code, done.Refusal?.Code));
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(order.OrderId)).Status);
        Assert.Equal(receipts, await ReceiptsAsync());
        Assert.Equal("person:Finance", Assert.Single(await ReadAsync(db => db.Set<JournalEntry>().Where(e => e.Kind == ReplayEvents.Failed).ToListAsync(Ct))).Actor);
        Assert.Single(await Get<ReplayList>().OpenAsync([DeliveryVerdict.Parked], 10, Ct));
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Lead)]
    [InlineData(Role.Auditor)]
    public async Task Others_than_finance_and_admins_may_not(Role role)
    {
        var (order, delivery) = await ParkedAsync();

        Assert.Equal(RefusalCode.NotAllowed, (await Replay.DryRunAsync(delivery, As(role), Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Replay.RunAsync(delivery, "Please", As(role), Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ReplayMany>().StartAsync([DeliveryVerdict.Parked], "Please", As(role), Ct)).Refusal?.Code);
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(order.OrderId)).Status);
    }

    [Fact]
    public async Task Four_who_ask_at_once_replay_it_once()
    {
        var (order, delivery) = await ParkedAsync();

        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Replay.RunAsync(delivery, "Now", Finance, Ct)));

        Assert.Single(asked, result => result.Done);
        Assert.Single((await Get<ReplayList>().OfAsync(delivery, Finance, Ct)).Value);
        Assert.Single(await CallbacksAsync(order.OrderId), type => type == "order.paid");
    }

    [Fact]
    public async Task All_parked_ones_are_replayed_after_a_count()
    {
        var orders = new List<OrderDocument>();
        for (var i = 0; i < 12; i++) orders.Add((await ParkedAsync()).Order);
        var many = Get<ReplayMany>();
        Assert.Equal(12, (await many.CountAsync([DeliveryVerdict.Parked], Finance, Ct)).Value);
        Assert.Equal(RefusalCode.NoteNeeded, (await many.StartAsync([DeliveryVerdict.Parked], "", Finance, Ct)).Refusal?.Code);

        var run = (await many.StartAsync([DeliveryVerdict.Parked], "Disk was full", Finance, Ct)).Value;
        await run.Completion.WaitAsync(Ct);

        Assert.Equal((12, 12, 12), (run.Of, run.Seen, run.Did));
        foreach (var order in orders) Assert.Equal(OrderStatus.Paid, (await OrderAsync(order.OrderId)).Status);
        Assert.Equal(0, (await many.CountAsync([DeliveryVerdict.Parked], Finance, Ct)).Value);
        Assert.Equal(RefusalCode.NotFound, (await many.StartAsync([DeliveryVerdict.Parked], "Again", Finance, Ct)).Refusal?.Code);
    }
}
