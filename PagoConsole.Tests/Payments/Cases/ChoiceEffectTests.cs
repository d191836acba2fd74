using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

public sealed class ChoiceEffectTestsOnSqlite() : ChoiceEffectTests(StorageProvider.Sqlite);

public sealed class ChoiceEffectTestsOnPostgres() : ChoiceEffectTests(StorageProvider.Postgres);

/// <summary>What a choice does to the order, the money and what the marketplace hears.</summary>
public abstract class ChoiceEffectTests(StorageProvider provider) : MoneyDeskTest(provider)
{
    [Fact]
    public async Task Late_money_that_goes_back_ends_in_Refunded()
    {
        var (order, late) = await LateAsync();

        Assert.True((await DecideAsync(late, MoneyChoice.Refund)).Done);
        Assert.Equal(OrderStatus.RefundRequested, await StatusAsync(order));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
        Assert.Equal(12000, Pago.Refunded[order.Payment!.PaymentId]);
        Assert.Equal(["order.expired", "order.paid_late", "order.refund_requested", "order.refunded"], (await CallbacksAsync(order.OrderId))[2..]);
    }

    [Fact]
    public async Task Second_money_goes_back_and_the_order_stays_paid()
    {
        var (order, twice) = await PaidTwiceAsync();
        Assert.Equal(MoneyCaseKind.PaidTwice, twice.Kind);
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(twice, MoneyChoice.Accept)).Refusal?.Code);

        Assert.True((await DecideAsync(twice, MoneyChoice.Refund)).Done);
        await SettleDownAsync();
        await SendAsync(Event("payment.refunded", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "back_1"));
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Paid, await StatusAsync(order));
        Assert.Equal(12000, Pago.Refunded[order.Payment.PaymentId]);
        Assert.Single(await CasesAsync(order.OrderId));
        Assert.DoesNotContain("order.refunded", await CallbacksAsync(order.OrderId));

        // The money that pays the order is still there to be asked back.
        Assert.True((await Get<RequestRefund>().RunAsync(order.OrderId, 120m, "returned", null, Marketplace, "r", Ct)).Done);
    }

    [Fact]
    public async Task Too_much_pays_the_order_and_the_excess_goes_back()
    {
        var (order, over) = await UnfitAsync(130m);

        Assert.True((await DecideAsync(over, MoneyChoice.AcceptAndReturn)).Done);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Paid, await StatusAsync(order));
        Assert.Equal(1000, Pago.Refunded[order.Payment!.PaymentId]);
    }

    [Fact]
    public async Task Money_that_is_too_little_goes_back_and_the_order_can_still_be_paid()
    {
        var (order, little) = await UnfitAsync(100m);

        Assert.True((await DecideAsync(little, MoneyChoice.Refund)).Done);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.AwaitingPayment, await StatusAsync(order));
        Assert.Equal(10000, Pago.Refunded[order.Payment!.PaymentId]);
    }

    [Fact]
    public async Task Keeping_it_changes_nothing()
    {
        var (order, late) = await LateAsync();

        Assert.Equal(MoneyCaseState.Settled, (await DecideAsync(late, MoneyChoice.Keep)).Value.State);

        Assert.Equal(OrderStatus.PaidLate, await StatusAsync(order));
        Assert.Equal(RefusalCode.AlreadySettled, (await DecideAsync(late, MoneyChoice.Accept)).Refusal?.Code);
    }

    [Fact]
    public async Task The_same_money_told_with_two_amounts_shows_both()
    {
        var placed = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        await SendAsync(Event("payment.paid", placed.Payment.PaymentId, Money.Of(99m, Currency.Pen), "tx_1"));
        await SettleDownAsync();

        var open = Assert.Single(await CasesAsync(placed.OrderId));

        Assert.Equal((MoneyCaseKind.Contradiction, Money.Of(99m, Currency.Pen)), (open.Kind, open.Told));
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(open, MoneyChoice.Refund)).Refusal?.Code);
        Assert.True((await DecideAsync(open, MoneyChoice.Keep)).Done);
    }

    [Fact]
    public async Task An_unasked_refund_is_a_case_too()
    {
        var (order, late) = await LateAsync();
        await SendAsync(Event("payment.refunded", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "back_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));

        var unasked = Assert.Single(await CasesAsync(order.OrderId), c => c.Kind == MoneyCaseKind.UnaskedRefund);

        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(late, MoneyChoice.Accept)).Refusal?.Code);
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(late, MoneyChoice.Refund)).Refusal?.Code);
        Assert.True((await DecideAsync(unasked, MoneyChoice.Accept)).Done);
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
    }

    [Fact]
    public async Task A_note_is_needed_and_only_finance_decides()
    {
        var (_, late) = await LateAsync();

        Assert.Equal(RefusalCode.NotAllowed, (await DecideAsync(late, MoneyChoice.Keep, MoneyPeople.Auditor)).Refusal?.Code);
        Assert.Equal(RefusalCode.NoteNeeded, (await Get<SettleMoneyCase>().RunAsync(late.CaseId, new(MoneyChoice.Keep, " "), Fina, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<SettleMoneyCase>().RunAsync("mon_none", new(MoneyChoice.Keep, "x"), Fina, Ct)).Refusal?.Code);
    }
}
