using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Payments;

public sealed class PaidTestsOnSqlite() : PaidTests(StorageProvider.Sqlite);

public sealed class PaidTestsOnPostgres() : PaidTests(StorageProvider.Postgres);

/// <summary>From placed to paid, and every way in which money does not simply pay.</summary>
public abstract class PaidTests(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Fact]
    public async Task An_order_is_placed_and_paid()
    {
        var placed = await PlaceAsync(NewOrder());
        Assert.Equal((OrderStatus.AwaitingPayment, "00000000001"), (placed.Status, placed.Payment?.Cip));

        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, "tx_1"));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(["order.approved", "order.payment_created", "order.paid"], await CallbacksAsync(placed.OrderId));
        Assert.Empty(await CasesAsync(placed.OrderId));
    }

    [Theory]
    [InlineData("119.99", "PEN", MoneyCaseKind.Short)]
    [InlineData("120.01", "PEN", MoneyCaseKind.Over)]
    [InlineData("120.00", "USD", MoneyCaseKind.ForeignCurrency)]
    public async Task Money_that_differs_never_pays(string amount, string currency, MoneyCaseKind kind)
    {
        var placed = await PlaceAsync(NewOrder());
        Assert.True(Money.TryParse(amount, new Currency(currency), out var money));

        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, money, "tx_1"));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(placed.OrderId)).Status);
        var open = Assert.Single(await CasesAsync(placed.OrderId));
        Assert.Equal(kind, open.Kind);

        var settled = await Get<SettleMoneyCase>().RunAsync(open.CaseId, new(MoneyChoice.Accept, "Buyer agreed"), Person("finance"), Ct);
        Assert.True(settled.Done, settled.Refusal?.ToString());
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task Money_after_expiry_is_late_and_finance_reinstates_it()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.expired", placed.Payment!.PaymentId));
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Price, "tx_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.PaidLate, (await OrderAsync(placed.OrderId)).Status);

        var late = Assert.Single(await CasesAsync(placed.OrderId));
        await Get<SettleMoneyCase>().RunAsync(late.CaseId, new(MoneyChoice.Accept, "Stock is there"), Person("finance"), Ct);

        Assert.Equal((OrderStatus.Paid, "reinstated"), ((await OrderAsync(placed.OrderId)).Status, (await OrderAsync(placed.OrderId)).StatusReason));
        Assert.Equal(["order.approved", "order.payment_created", "order.expired", "order.paid_late", "order.paid"], await CallbacksAsync(placed.OrderId));
    }

    [Fact]
    public async Task Money_that_came_before_expiry_was_told_wins()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, "tx_1"));
        await SendAsync(Event("payment.expired", placed.Payment.PaymentId));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_delivery_that_overtakes_the_answer_waits_for_it()
    {
        Pago.Mishaps.Enqueue(Mishap.LostAfter);
        var placed = await PlaceAsync(NewOrder());
        Assert.Null(placed.Payment);
        var paymentId = Assert.Single(Pago.Of(placed.OrderId)).Id;

        await SendAsync(Event("payment.paid", paymentId, Price, "tx_1").Replace("\"payment_id\"", $"\"order_id\":\"{placed.OrderId}\",\"payment_id\"", StringComparison.Ordinal));
        await SettleDownAsync();

        Assert.Single(Pago.Of(placed.OrderId));
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_delivery_that_overtakes_the_answer_and_names_no_order_waits_too()
    {
        Pago.Mishaps.Enqueue(Mishap.LostAfter);
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", Assert.Single(Pago.Of(placed.OrderId)).Id, Price, "tx_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);

        await SendAsync(Event("payment.paid", "pay_of_somebody_else", Price, "tx_2"));
        await SettleDownAsync();
        Assert.Equal(DeliveryVerdict.UnknownPayment, await ReadAsync(db => Task.FromResult(db.Set<Receipt>().Single(r => r.PaymentId == "pay_of_somebody_else").Verdict)));
    }

    [Fact]
    public async Task An_order_held_for_a_person_is_approved_and_gets_its_code()
    {
        var placed = await PlaceAsync(NewOrder(900m, accountDays: 2));
        Assert.Equal((OrderStatus.InReview, null), (placed.Status, placed.Payment));

        await Get<DecideCase>().RunAsync(placed.OrderId, Verdict.Approve(), Analyst, Ct);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(["order.in_review", "order.approved", "order.payment_created"], await CallbacksAsync(placed.OrderId));
    }

    [Fact]
    public async Task A_large_order_needs_two_people()
    {
        var placed = await PlaceAsync(NewOrder(3000m, accountDays: 2));
        await Get<DecideCase>().RunAsync(placed.OrderId, Verdict.Approve(), Analyst, Ct);
        var again = await Get<DecideCase>().RunAsync(placed.OrderId, Verdict.Approve(), Analyst, Ct);
        Assert.Equal(RefusalCode.SecondPersonNeeded, again.Refusal?.Code);
        await SettleDownAsync();
        Assert.Equal(OrderStatus.InReview, (await OrderAsync(placed.OrderId)).Status);

        await Get<DecideCase>().RunAsync(placed.OrderId, Verdict.Approve(), Person("second"), Ct);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_hold_that_nobody_decides_is_rejected()
    {
        var placed = await PlaceAsync(NewOrder(900m, accountDays: 2));
        Time.Advance(TimeSpan.FromHours(12));
        await SettleDownAsync();

        Assert.Equal((OrderStatus.Rejected, "hold_ended"), ((await OrderAsync(placed.OrderId)).Status, (await OrderAsync(placed.OrderId)).StatusReason));
    }

    [Fact]
    public async Task A_due_order_that_was_paid_a_second_ago_is_paid()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Price);
        Time.Advance(TimeSpan.FromHours(25));

        Assert.Equal(1, await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));

        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_due_order_expires_and_its_code_is_called_off()
    {
        var placed = await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromHours(24));

        await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Expired, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(Core.PagoEfectivo.GatewayPaymentStatus.Cancelled, Assert.Single(Pago.Of(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_refund_of_unknown_fate_is_looked_up_and_not_sent_twice()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, "tx_1"));
        await SettleDownAsync();
        Pago.Mishaps.Enqueue(Mishap.LostAfter);

        var asked = await Get<RequestRefund>().RunAsync(placed.OrderId, 120m, "returned", null, Marketplace, "req_2", Ct);
        Assert.Equal(OrderStatus.RefundRequested, asked.Value.Status);
        Pago.Pay(placed.Payment.PaymentId, "tx_1", Price);
        await SettleDownAsync();
        await SettleDownAsync();

        Assert.Equal(12000, Pago.Refunded[placed.Payment.PaymentId]);
        Assert.Equal(OrderStatus.Refunded, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task A_part_refund_of_unknown_fate_goes_to_a_person()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, "tx_1"));
        await SettleDownAsync();
        Pago.Pay(placed.Payment.PaymentId, "tx_1", Price);
        Pago.Mishaps.Enqueue(Mishap.LostBefore);

        await Get<RequestRefund>().RunAsync(placed.OrderId, 20m, "scratched", null, Marketplace, "req_2", Ct);
        for (var i = 0; i < 3; i++) await SettleDownAsync();

        var refund = await ReadAsync(db => Task.FromResult(db.Set<Refund>().Single()));
        Assert.Equal(RefundState.Unknown, refund.State);
        Assert.False(Pago.Refunded.ContainsKey(placed.Payment.PaymentId));
        var doubt = Assert.Single(await CasesAsync(placed.OrderId));
        Assert.Equal((MoneyCaseKind.RefundUnknown, refund.RefundId), (doubt.Kind, doubt.TransactionId));
        Assert.True((await Get<LookUpMoney>().RunAsync(doubt.CaseId, Person("finance"), Ct)).Done);
        Assert.True((await Get<SettleMoneyCase>().RunAsync(doubt.CaseId, new(MoneyChoice.Keep, "PagoEfectivo's support says no"), Person("finance"), Ct)).Done);
        Assert.Contains("order.refund_failed", await CallbacksAsync(placed.OrderId));
    }

    [Fact]
    public async Task A_key_tells_refunds_apart_and_is_not_used_for_two()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Price, "tx_1"));
        await SettleDownAsync();

        Assert.True((await AskAsync(20m, "k1")).Done);
        Assert.True((await AskAsync(20m, "k1")).Done);
        Assert.True((await AskAsync(20m, "k2")).Done);
        Assert.Equal(RefusalCode.KeyTakenWithOtherContent, (await AskAsync(30m, "k1")).Refusal?.Code);
        Assert.Equal(2, await ReadAsync(db => Task.FromResult(db.Set<Refund>().Count())));

        Task<Result<OrderDocument>> AskAsync(decimal amount, string key) =>
            Get<RequestRefund>().RunAsync(placed.OrderId, amount, "scratched", key, Marketplace, "r", Ct);
    }
}
