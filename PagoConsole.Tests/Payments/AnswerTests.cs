using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

public sealed class AnswerTestsOnSqlite() : AnswerTests(StorageProvider.Sqlite);

public sealed class AnswerTestsOnPostgres() : AnswerTests(StorageProvider.Postgres);

/// <summary>The answer to a create is compared with what was asked.</summary>
public abstract class AnswerTests(StorageProvider provider) : MoneyPath(provider)
{
    public static TheoryData<string> Differences => ["order", "amount", "currency"];

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task An_answer_that_differs_never_becomes_the_orders_payment(string what)
    {
        Pago.Distort = made => what switch
        {
            "order" => made with { OrderId = "T-OTHER" },
            "amount" => made with { Amount = Money.Of(12m, Currency.Pen) },
            _ => made with { Amount = Money.Of(120m, Currency.Usd) },
        };

        var placed = await PlaceAsync(NewOrder());
        await SettleDownAsync();

        Assert.Equal((OrderStatus.AwaitingPayment, null), (placed.Status, placed.Payment));
        Assert.Equal(AlarmKind.PaymentAnswerDiffers, (await ReadAsync(db => Task.FromResult(db.Set<Alarm>().Single()))).Kind);
        var command = await ReadAsync(db => Task.FromResult(db.Set<GatewayCommand>().Single()));
        Assert.Equal((CommandState.Waiting, "AnswerDiffers"), (command.State, command.Outcome));

        Pago.Distort = made => made;
        await SettleDownAsync();
        Assert.Equal(1, await ReadAsync(db => Task.FromResult(db.Set<Payment>().Count())));
    }

    [Fact]
    public async Task A_payment_that_was_paid_otherwise_before_its_answer_came_is_taken_and_opens_a_case()
    {
        Pago.Mishaps.Enqueue(Mishap.LostAfter);
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(Assert.Single(Pago.Of(placed.OrderId)).Id, "tx_1", Money.Of(12m, Currency.Pen));

        await SettleDownAsync();

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(MoneyCaseKind.Short, Assert.Single(await CasesAsync(placed.OrderId)).Kind);
    }
}
