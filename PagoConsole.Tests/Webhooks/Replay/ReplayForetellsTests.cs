using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;

namespace PagoConsole.Tests.Webhooks.Replay;

public sealed class ReplayForetellsTestsOnSqlite() : ReplayForetellsTests(StorageProvider.Sqlite, cases: 40);

public sealed class ReplayForetellsTestsOnPostgres() : ReplayForetellsTests(StorageProvider.Postgres, cases: 12);

/// <summary>On random histories: the dry run changes nothing, says what the real one then does, and the real one did just that. The seed is fixed.</summary>
public abstract class ReplayForetellsTests(StorageProvider provider, int cases) : ReplayPath(provider)
{
    private int replayed;
    private int changed;

    /// <summary>What can happen next.</summary>
    public enum Step
    {
        PayExact, PayAgain, PayShort, PayForeign, ExpireThere, ReturnThere, ExpireHere, Cancel, Poll, RefundAll, RefundPart, Process, Park, Replay,
    }

    [Fact]
    public async Task What_the_dry_run_says_is_what_the_real_one_does()
    {
        var histories = Gen.ListOf(Gen.Elements(Enum.GetValues<Step>())).Sample(cases, new Rnd(20261123, 9), 25).ToList();
        foreach (var history in histories) await LiveAsync([.. history, Step.Park, Step.Replay, Step.Replay]);

        // It is of no worth if hardly anything was replayed.
        Assert.True(replayed > cases && changed > cases / 4, $"{replayed} replayed, {changed} of them changed something");
    }

    private async Task LiveAsync(List<Step> steps)
    {
        var order = await PlaceAsync(NewOrder());
        for (var i = 0; i < steps.Count; i++)
            await TakeAsync(order.OrderId, order.Payment!.PaymentId, steps[i], i, string.Join(' ', steps));
        await ParkAsync();
    }

    private async Task TakeAsync(string orderId, string paymentId, Step step, int at, string history)
    {
        var payment = Pago.Of(orderId).Single();
        switch (step)
        {
            case Step.PayExact: await PayAsync(payment, $"tx_{orderId}_1", Price); break;
            case Step.PayAgain: await PayAsync(payment, $"tx_{orderId}_2", Price); break;
            case Step.PayShort: await PayAsync(payment, $"tx_{orderId}_3", Money.Of(10m, Currency.Pen)); break;
            case Step.PayForeign: await PayAsync(payment, $"tx_{orderId}_4", Money.Of(120m, Currency.Usd)); break;
            case Step.ExpireThere: if (payment.Status == GatewayPaymentStatus.Pending) await SendAsync(Event("payment.expired", Pago.Expire(paymentId).Id)); break;
            case Step.ReturnThere:
                if (payment.Status == GatewayPaymentStatus.Paid) await SendAsync(Event("payment.refunded", Pago.Return(paymentId).Id, payment.Amount, $"back_{payment.TransactionId}"));
                break;
            case Step.ExpireHere:
                Time.Advance(TimeSpan.FromHours(13));
                await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct);
                break;
            case Step.Cancel: await Get<CancelOrder>().RunAsync(orderId, null, Marketplace, "r", Ct); break;
            case Step.Poll: await Get<PollPayments>().AskAsync(orderId, Ct); break;
            case Step.RefundAll: await Get<RequestRefund>().RunAsync(orderId, 120m, "all", null, Marketplace, "r", Ct); break;
            case Step.RefundPart: await Get<RequestRefund>().RunAsync(orderId, 20m, "part", null, Marketplace, "r", Ct); break;
            case Step.Process: await SettleDownAsync(); break;
            case Step.Park: await ParkAsync(); break;
            case Step.Replay: await ReplayOneAsync(orderId, paymentId, at, history); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private async Task PayAsync(GatewayPayment payment, string transaction, Money money)
    {
        if (payment.Status == GatewayPaymentStatus.Refunded) return;
        Pago.Pay(payment.Id, transaction, money);
        await SendAsync(Event("payment.paid", payment.Id, money, transaction));
    }

    /// <summary>What waits is put aside, as after five failures.</summary>
    private Task ParkAsync() => Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("UPDATE receipts SET state = 'Parked', verdict = 'Parked' WHERE state = 'Waiting'", [], Ct), Ct);

    private async Task ReplayOneAsync(string orderId, string paymentId, int at, string history)
    {
        var receipts = await ReadAsync(db => db.Set<Receipt>().AsNoTracking().Where(r => r.PaymentId == paymentId && r.State != ReceiptState.Waiting).OrderBy(r => r.Id).ToListAsync(Ct));
        if (receipts.Count == 0) return;
        var receipt = receipts[at * 7 % receipts.Count];
        var delivery = new EventLine(1, receipt.ReceivedAt, receipt.Verdict, null, receipt.Type, paymentId, receipt.EventId, receipt.Id, null, null);
        var (before, stood) = (await PictureAsync(orderId), await StandingAsync(orderId));
        var why = $"receipt {receipt.Id} ({receipt.Type}, {receipt.Verdict}) at {at} of: {history}";

        var would = await Get<ReplayReceipt>().DryRunAsync(delivery, Finance, Ct);
        Assert.True(would.Done, $"{would.Refusal} for {why}");
        Assert.True(before == await PictureAsync(orderId), $"the dry run changed something for {why}");
        var done = await Get<ReplayReceipt>().RunAsync(delivery, "Random", Finance, Ct);

        replayed++;
        var stands = await StandingAsync(orderId);
        if (!would.Value.Changes && !would.Value.Settles)
        {
            Assert.True(done.Refusal?.Code == RefusalCode.ReplayChangesNothing, $"{done.Refusal} for {why}");
            Assert.True(before == await PictureAsync(orderId), $"a replay that changes nothing changed something for {why}");
            return;
        }

        if (would.Value.Changes) changed++;
        Assert.True(done.Done, $"{done.Refusal} for {why}");
        Assert.True(Text(would.Value) == Text(done.Value), $"{Text(would.Value)} was said, {Text(done.Value)} was done for {why}");
        Assert.True((stood.Status, stands.Status) == (would.Value.From, would.Value.To), $"{stood.Status} → {stands.Status} for {why}");
        Assert.True(stands.Messages[stood.Messages.Count..].SequenceEqual(would.Value.Callbacks), $"messages for {why}");
        Assert.True(stands.Cases.Except(stood.Cases).Select(c => c.Kind).Order().SequenceEqual(would.Value.MoneyCases), $"cases for {why}");
        Assert.True(stands.Movements - stood.Movements == would.Value.Money.Count, $"money for {why}");
    }

    private Task<Standing> StandingAsync(string orderId) => ReadAsync(async db => new Standing(
        (await db.Set<Order>().AsNoTracking().SingleAsync(o => o.OrderId == orderId, Ct)).Status,
        await db.Set<OutboxMessage>().Where(m => m.OrderId == orderId).OrderBy(m => m.Sequence).Select(m => m.Type).ToListAsync(Ct),
        (await db.Set<MoneyCase>().Where(c => c.OrderId == orderId).Select(c => new { c.CaseId, c.Kind }).ToListAsync(Ct)).ConvertAll(c => (c.CaseId, c.Kind)),
        await db.Set<MoneyMovement>().CountAsync(m => m.OrderId == orderId, Ct)));

    private static string Text(ReplayFindings found) => JsonSerializer.Serialize(found);

    private sealed record Standing(OrderStatus Status, List<CallbackType> Messages, List<(string CaseId, MoneyCaseKind Kind)> Cases, int Movements);
}
