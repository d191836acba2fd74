using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

public sealed class RefundCaseTestsOnSqlite() : RefundCaseTests(StorageProvider.Sqlite);

public sealed class RefundCaseTestsOnPostgres() : RefundCaseTests(StorageProvider.Postgres);

/// <summary>A refund that PagoEfectivo refuses, or whose fate nobody knows, comes back to finance.</summary>
public abstract class RefundCaseTests(StorageProvider provider) : MoneyDeskTest(provider)
{
    [Fact]
    public async Task A_refused_refund_is_tried_again()
    {
        var (order, failed) = await FailedAsync();
        Assert.Equal((OrderStatus.Paid, MoneyCaseKind.RefundFailed), (await StatusAsync(order), failed.Kind));
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(failed, MoneyChoice.Accept)).Refusal?.Code);

        Assert.True((await DecideAsync(failed, MoneyChoice.Refund)).Done);
        Assert.Equal(OrderStatus.RefundRequested, await StatusAsync(order));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
        Assert.Equal(12000, Pago.Refunded[order.Payment!.PaymentId]);
    }

    [Fact]
    public async Task A_refused_refund_is_made_by_transfer()
    {
        var (order, failed) = await FailedAsync();

        await DecideAsync(failed, MoneyChoice.OutOfBand, payee: Ana);
        Assert.True((await PaidOutAsync(failed)).Done);

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
        Assert.False(Pago.Refunded.ContainsKey(order.Payment!.PaymentId));
    }

    [Fact]
    public async Task Once_the_marketplace_asked_again_there_is_nothing_left_to_try()
    {
        var (order, failed) = await FailedAsync();
        await Get<RequestRefund>().RunAsync(order.OrderId, 120m, "again", null, Marketplace, "r", Ct);

        Assert.Equal(RefusalCode.AlreadySettled, (await DecideAsync(failed, MoneyChoice.Refund)).Refusal?.Code);
        Assert.Equal(RefusalCode.AlreadySettled, (await DecideAsync(failed, MoneyChoice.OutOfBand, payee: Ana)).Refusal?.Code);
        Assert.Empty(await ReadAsync(db => db.Set<Alarm>().Where(alarm => alarm.Kind == AlarmKind.MoneyCase && alarm.AcknowledgedAt == null).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_refund_in_doubt_is_asked_about_before_it_is_tried_again()
    {
        var (order, doubt) = await DoubtfulAsync();
        Assert.Equal((MoneyCaseKind.RefundUnknown, OrderStatus.RefundRequested), (doubt.Kind, await StatusAsync(order)));
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(doubt, MoneyChoice.Refund)).Refusal?.Code);

        var asked = (await Get<LookUpMoney>().RunAsync(doubt.CaseId, Fina, Ct)).Value;
        Assert.Equal("Paid", asked.LookedUp);
        Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(doubt, MoneyChoice.Refund)).Refusal?.Code);
        await Get<LookUpMoney>().RunAsync(doubt.CaseId, Fina, Ct);
        Assert.True((await DecideAsync(doubt, MoneyChoice.Refund)).Done);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
        Assert.Equal(12000, Pago.Refunded[order.Payment!.PaymentId]);
        Assert.Single(await CasesAsync(order.OrderId));
    }

    [Fact]
    public async Task A_person_who_found_out_that_it_went_through_says_so()
    {
        var (order, doubt) = await DoubtfulAsync();

        Assert.True((await DecideAsync(doubt, MoneyChoice.WentBack)).Done);

        Assert.Equal((OrderStatus.Refunded, MoneyCaseState.Settled), (await StatusAsync(order), (await CaseAsync(doubt)).State));
    }

    [Fact]
    public async Task PagoEfectivo_itself_ends_the_doubt()
    {
        var (order, doubt) = await DoubtfulAsync();

        await SendAsync(Event("payment.refunded", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "back_1"));
        await SettleDownAsync();

        var ended = await CaseAsync(doubt);
        Assert.Equal((MoneyCaseState.Settled, MoneyChoice.WentBack, "pagoefectivo"), (ended.State, ended.Choice, ended.SettledBy));
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
    }

    [Fact]
    public async Task A_refund_taken_for_lost_that_shows_up_after_a_transfer_is_a_case_of_its_own()
    {
        var (order, doubt) = await DoubtfulAsync();
        await Get<LookUpMoney>().RunAsync(doubt.CaseId, Fina, Ct);
        await DecideAsync(doubt, MoneyChoice.OutOfBand, payee: Ana);
        await PaidOutAsync(doubt);
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));

        await SendAsync(Event("payment.refunded", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "back_1"));
        await SettleDownAsync();

        var tooMuch = Assert.Single(await CasesAsync(order.OrderId), c => c.Kind == MoneyCaseKind.UnaskedRefund);
        Assert.Equal(Money.Of(120m, Currency.Pen), tooMuch.Amount);
    }

    private async Task<(OrderDocument Order, MoneyCase Case)> FailedAsync()
    {
        var order = await PaidAsync();
        Pago.Mishaps.Enqueue(Mishap.Refused);
        await AskAsync(order);
        await SettleDownAsync();
        return (order, Assert.Single(await CasesAsync(order.OrderId)));
    }

    private async Task<(OrderDocument Order, MoneyCase Case)> DoubtfulAsync()
    {
        var order = await PaidAsync();
        Pago.Mishaps.Enqueue(Mishap.LostBefore);
        await AskAsync(order);
        for (var i = 0; i < 3; i++) await SettleDownAsync();
        return (order, Assert.Single(await CasesAsync(order.OrderId)));
    }

    private async Task<OrderDocument> PaidAsync()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Money.Of(120m, Currency.Pen));
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        return placed;
    }

    private Task<Result<OrderDocument>> AskAsync(OrderDocument order) =>
        Get<RequestRefund>().RunAsync(order.OrderId, 120m, "returned", null, Marketplace, "r", Ct);
}
