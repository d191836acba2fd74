using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

public sealed class OverruleTestsOnSqlite() : OverruleTests(StorageProvider.Sqlite);

public sealed class OverruleTestsOnPostgres() : OverruleTests(StorageProvider.Postgres);

/// <summary>Late money for an order that risk had rejected: it can be reinstated, by two people who were told.</summary>
public abstract class OverruleTests(StorageProvider provider) : MoneyDeskTest(provider)
{
    [Fact]
    public async Task Reinstating_what_risk_rejected_takes_two_people_whatever_the_amount()
    {
        var (order, late) = await RejectedAndPaidAsync();

        var first = (await DecideAsync(late, MoneyChoice.Accept)).Value;
        Assert.Equal((MoneyCaseState.AwaitingSecond, OrderStatus.PaidLate), (first.State, await StatusAsync(order)));
        Assert.Equal(RefusalCode.SecondPersonNeeded, (await DecideAsync(late, MoneyChoice.Accept)).Refusal?.Code);

        Assert.Equal(MoneyCaseState.Settled, (await DecideAsync(late, MoneyChoice.Accept, Fito)).Value.State);
        Assert.Equal(OrderStatus.Paid, await StatusAsync(order));
    }

    [Fact]
    public async Task Giving_it_back_overrules_nobody_and_takes_one()
    {
        var (order, late) = await RejectedAndPaidAsync();
        await DecideAsync(late, MoneyChoice.Accept);

        Assert.Equal(MoneyCaseState.Settled, (await DecideAsync(late, MoneyChoice.Refund, Fito)).Value.State);
        await SettleDownAsync();

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
    }

    [Fact]
    public async Task Why_it_was_rejected_stands_in_the_file()
    {
        var (_, late) = await RejectedAndPaidAsync();
        var (_, usual) = await LateAsync();

        var file = (await Get<MoneyCaseFile>().ReadAsync(late.CaseId, Fina, Ct)).Value;

        Assert.Equal((Analyst.Signature, "other", "no such person"), (file.Rejection?.By, file.Rejection?.Reason, file.Rejection?.Note));
        Assert.NotEmpty(file.Rejection!.Rules);
        Assert.True(file.Options.Single(option => option.Choice == MoneyChoice.Accept).OverrulesRisk);
        Assert.Null((await Get<MoneyCaseFile>().ReadAsync(usual.CaseId, Fina, Ct)).Value.Rejection);
    }

    /// <summary>A person rejected it; somebody paid all the same, by a code that PagoEfectivo made for it.</summary>
    private async Task<(OrderDocument Order, MoneyCase Case)> RejectedAndPaidAsync()
    {
        var placed = await PlaceAsync(NewOrder(1200m, accountDays: 2));
        Assert.True((await Get<DecideCase>().RunAsync(placed.OrderId, Verdict.Reject("other", "no such person"), Analyst, Ct)).Done);
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Rejected, await StatusAsync(placed));
        await MakeCodeAsync(placed);
        await SendAsync(Event("payment.paid", Pago.Of(placed.OrderId).Single().Id, Money.Of(1200m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.PaidLate, await StatusAsync(placed));
        return (placed, Assert.Single(await CasesAsync(placed.OrderId)));
    }

    private async Task MakeCodeAsync(OrderDocument order)
    {
        await Pago.CreateAsync(JsonSerializer.Serialize(new { order_id = order.OrderId, amount = 1200m, currency = "PEN", expires_at = Time.GetUtcNow() }), $"key-{order.OrderId}", Ct);
        var made = Pago.Of(order.OrderId).Single();
        Pago.Pay(made.Id, "tx_1", made.Amount);
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(new Payment
                {
                    PaymentId = made.Id,
                    OrderId = order.OrderId,
                    Cip = made.Cip,
                    AmountMinor = made.Amount.Minor,
                    Currency = made.Amount.Currency,
                    ExpiresAt = tx.Now,
                    CreatedAt = tx.Now,
                });
                return Task.CompletedTask;
            },
            Ct);
    }
}
