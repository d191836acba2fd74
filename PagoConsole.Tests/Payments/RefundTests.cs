using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

public sealed class RefundTestsOnSqlite() : RefundTests(StorageProvider.Sqlite);

public sealed class RefundTestsOnPostgres() : RefundTests(StorageProvider.Postgres);

/// <summary>Money that goes back: in parts, refused, unasked, and told in the wrong order.</summary>
public abstract class RefundTests(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Fact]
    public async Task A_refund_told_before_its_payment_leaves_nothing_to_ship_for()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.refunded", placed.Payment!.PaymentId, Price, "back_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(placed.OrderId)).Status);

        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Price, "tx_1"));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Refunded, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(1, await ReadAsync(db => Task.FromResult(db.Set<Alarm>().Count(a => a.Kind == AlarmKind.UnaskedRefund))));
        Assert.Equal(["order.paid", "order.refunded"], (await CallbacksAsync(placed.OrderId))[2..]);
    }

    [Fact]
    public async Task Parts_that_went_back_unasked_add_up()
    {
        var placed = await PaidAsync();
        await SendAsync(Event("payment.refunded", placed.Payment!.PaymentId, Money.Of(50m, Currency.Pen), "back_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(RefusalCode.RefundExceedsReceived, (await AskAsync(placed, 71m)).Refusal?.Code);

        await SendAsync(Event("payment.refunded", placed.Payment.PaymentId, Money.Of(70m, Currency.Pen), "back_2"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Refunded, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_part_that_fails_after_the_rest_went_back_can_be_asked_for_again()
    {
        var placed = await PaidAsync();
        await AskAsync(placed, 50m);
        Assert.Equal(OrderStatus.RefundRequested, (await AskAsync(placed, 70m)).Value.Status);
        Pago.Mishaps.Enqueue(Mishap.Refused);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
        var done = await ReadAsync(db => Task.FromResult(db.Set<Refund>().Where(r => r.State == RefundState.Done).Sum(r => r.AmountMinor)));
        Assert.Contains("order.refund_failed", await CallbacksAsync(placed.OrderId));

        Assert.True((await AskAsync(placed, 120m - (done / 100m), "k2")).Done);
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Refunded, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(12000, Pago.Refunded[placed.Payment!.PaymentId]);
    }

    [Fact]
    public async Task Money_that_went_back_pays_no_order_that_finance_accepts_it_for()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(100m, Currency.Pen), "tx_1"));
        await SendAsync(Event("payment.refunded", placed.Payment.PaymentId, Money.Of(100m, Currency.Pen), "back_1"));
        await SettleDownAsync();
        var open = Assert.Single(await CasesAsync(placed.OrderId), c => c.Kind == MoneyCaseKind.Short);

        var accepted = await Get<SettleMoneyCase>().RunAsync(open.CaseId, new(MoneyChoice.Accept, "ok"), Person("finance"), Ct);

        Assert.Equal(RefusalCode.ChoiceNotPossible, accepted.Refusal?.Code);
        Assert.True((await Get<SettleMoneyCase>().RunAsync(open.CaseId, new(MoneyChoice.Keep, "ok"), Person("finance"), Ct)).Done);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(20)]
    public async Task Why_money_goes_back_is_kept_out_of_the_chain(int amount)
    {
        var placed = await PaidAsync();
        await AskAsync(placed, amount);
        var entries = await ReadAsync(db => Task.FromResult(db.Set<JournalEntry>().Where(e => e.OrderId == placed.OrderId).ToList()));
        Assert.DoesNotContain(entries, e => e.Data.Contains("Ana Quispe", StringComparison.Ordinal));
        Assert.Contains(entries, e => e.PrivateDigest is not null);
    }

    [Fact]
    public async Task What_was_told_before_it_was_sent_is_not_sent_any_more()
    {
        var placed = await PaidAsync();
        await AskAsync(placed, 30m);
        await SendAsync(Event("payment.refunded", placed.Payment!.PaymentId, Money.Of(30m, Currency.Pen), "back_1"));
        await Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Pump>().Single(pump => pump.Name == "receipts").WorkAsync(Ct);
        await SettleDownAsync();

        Assert.False(Pago.Refunded.ContainsKey(placed.Payment.PaymentId));
        Assert.Equal(RefundState.Done, (await ReadAsync(db => Task.FromResult(db.Set<Refund>().Single()))).State);
        Assert.Equal(CommandState.Withdrawn, (await ReadAsync(db => Task.FromResult(db.Set<GatewayCommand>().Single(c => c.Kind == CommandKind.Refund)))).State);
    }

    [Fact]
    public async Task Of_two_equal_ones_the_one_that_was_answered_is_told_and_the_other_may_still_fail()
    {
        var placed = await PaidAsync();
        await AskAsync(placed, 30m, "a");
        await SettleDownAsync();
        await AskAsync(placed, 30m, "b");
        await SendAsync(Event("payment.refunded", placed.Payment!.PaymentId, Money.Of(30m, Currency.Pen), "back_a"));
        await Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<Pump>().Single(pump => pump.Name == "receipts").WorkAsync(Ct);
        Pago.Mishaps.Enqueue(Mishap.Refused);
        await SettleDownAsync();

        Assert.Equal([RefundState.Done, RefundState.Failed], await ReadAsync(db => Task.FromResult(db.Set<Refund>().OrderBy(r => r.RequestKey).Select(r => r.State).ToList())));
        Assert.Equal(MoneyCaseKind.RefundFailed, Assert.Single(await CasesAsync(placed.OrderId)).Kind);
    }

    [Fact]
    public async Task One_that_failed_and_is_asked_for_again_leaves_finance_nothing_to_send_as_well()
    {
        var placed = await PaidAsync();
        Pago.Mishaps.Enqueue(Mishap.Refused);
        await AskAsync(placed, 30m);
        await SettleDownAsync();
        Assert.Equal(MoneyCaseState.Open, Assert.Single(await CasesAsync(placed.OrderId)).State);

        Assert.True((await AskAsync(placed, 30m)).Done);
        await SettleDownAsync();

        Assert.Equal(MoneyCaseState.Settled, Assert.Single(await CasesAsync(placed.OrderId)).State);
        Assert.Equal(3000, Pago.Refunded[placed.Payment!.PaymentId]);
    }

    [Fact]
    public async Task Money_that_never_paid_the_order_and_went_back_untold_is_found_gone()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Money.Of(40m, Currency.Pen));
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Money.Of(40m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        Pago.Return(placed.Payment.PaymentId);
        var shortMoney = Assert.Single(await CasesAsync(placed.OrderId));

        Assert.True((await Get<LookUpMoney>().RunAsync(shortMoney.CaseId, Person("finance"), Ct)).Done);
        Assert.True((await Get<LookUpMoney>().RunAsync(shortMoney.CaseId, Person("finance"), Ct)).Done);

        Assert.Equal([4000], await ReadAsync(db => Task.FromResult(db.Set<MoneyMovement>().Where(m => m.Kind == MovementKind.Refund).Select(m => m.AmountMinor).ToList())));
        Assert.Equal(
            RefusalCode.ChoiceNotPossible,
            (await Get<SettleMoneyCase>().RunAsync(shortMoney.CaseId, new(MoneyChoice.Credit, "back to the buyer"), Person("finance"), Ct)).Refusal?.Code);
    }

    [Fact]
    public async Task A_second_payment_that_goes_back_after_the_order_is_refunded_is_seen_by_finance()
    {
        var placed = await PaidAsync();
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, "tx_2"));
        await SettleDownAsync();
        await AskAsync(placed, 120m);
        await SettleDownAsync();
        await SendAsync(Event("payment.refunded", placed.Payment.PaymentId, Price, "back_1"));
        await SettleDownAsync();
        Assert.Equal((OrderStatus.Refunded, 3), ((await OrderAsync(placed.OrderId)).Status, await MovementsAsync(placed.OrderId)));
        var second = Assert.Single(await CasesAsync(placed.OrderId));
        Assert.Equal(MoneyCaseKind.PaidTwice, second.Kind);

        for (var told = 0; told < 2; told++) await SendAsync(Event("payment.refunded", placed.Payment.PaymentId, Price, "back_2"));
        await SettleDownAsync();

        Assert.Equal((OrderStatus.Refunded, 4), ((await OrderAsync(placed.OrderId)).Status, await MovementsAsync(placed.OrderId)));
        var unasked = Assert.Single(await CasesAsync(placed.OrderId), c => c.Kind == MoneyCaseKind.UnaskedRefund);
        Assert.Equal((Price, MoneyCaseState.Open), (unasked.Amount, unasked.State));

        // Its money is gone: nobody sends it once more.
        var again = await Get<SettleMoneyCase>().RunAsync(second.CaseId, new(MoneyChoice.Refund, "again"), Person("finance"), Ct);
        Assert.Equal(RefusalCode.ChoiceNotPossible, again.Refusal?.Code);
    }

    [Fact]
    public async Task What_a_look_up_found_is_not_counted_once_more_when_it_is_told()
    {
        var placed = await PaidAsync();
        Pago.Return(placed.Payment!.PaymentId);
        await Get<PollPayments>().AskAsync(placed.OrderId, Ct);
        Assert.Equal((OrderStatus.Refunded, 2), ((await OrderAsync(placed.OrderId)).Status, await MovementsAsync(placed.OrderId)));

        await SendAsync(Event("payment.refunded", placed.Payment.PaymentId, Price, "back_1"));
        await SettleDownAsync();

        Assert.Equal(2, await MovementsAsync(placed.OrderId));
        Assert.Single(await CasesAsync(placed.OrderId));
    }

    private Task<int> MovementsAsync(string orderId) => ReadAsync(db => Task.FromResult(db.Set<MoneyMovement>().Count(m => m.OrderId == orderId)));

    private async Task<OrderDocument> PaidAsync()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Price);
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Price, "tx_1"));
        await SettleDownAsync();
        return placed;
    }

    private Task<Result<OrderDocument>> AskAsync(OrderDocument placed, decimal amount, string? key = null) =>
        Get<RequestRefund>().RunAsync(placed.OrderId, amount, "Ana Quispe sent it back", key, Marketplace, "r", Ct);
}
