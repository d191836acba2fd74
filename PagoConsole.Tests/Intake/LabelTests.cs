using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Intake;

public sealed class SqliteLabelTests() : LabelTests(StorageProvider.Sqlite);

public sealed class PostgresLabelTests() : LabelTests(StorageProvider.Postgres);

/// <summary>Whether an order was fraud: the strongest source holds, and all that was said stays.</summary>
public abstract class LabelTests(StorageProvider provider) : OrdersInStates(provider)
{
    private static Actor Analyst { get; } = new(ActorKind.Person, "p1", "analyst", new HashSet<Permission> { Permission.DecideCases });

    [Fact]
    public async Task A_dispute_says_fraud_until_somebody_tells_better()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        await DisputeAsync(orderId, "It never came");
        Assert.Equal((true, LabelSource.Dispute), await HoldsAsync(orderId));
        await LabelAsync(orderId, fraud: false);
        Assert.Equal((false, LabelSource.Told), await HoldsAsync(orderId));
        await DisputeAsync(orderId, "It was broken");

        Assert.Equal((false, LabelSource.Told), await HoldsAsync(orderId));
        Assert.Equal([("dispute", true), ("chargeback team", false), ("dispute", true)], (await AllAsync<OrderLabel>()).OrderBy(l => l.Id).Select(l => (l.Source, l.Fraud)));
    }

    [Fact]
    public async Task What_is_told_last_holds_and_the_same_again_adds_nothing()
    {
        var orderId = await InStateAsync(OrderStatus.Expired);

        foreach (var fraud in (bool[])[true, true, false, false, true]) await LabelAsync(orderId, fraud);

        Assert.Equal((true, LabelSource.Told), await HoldsAsync(orderId));
        Assert.Equal(3, (await AllAsync<OrderLabel>()).Count);
    }

    [Theory]
    [InlineData(LabelSource.Review, LabelSource.Dispute, false)]
    [InlineData(LabelSource.Dispute, LabelSource.Import, false)]
    [InlineData(LabelSource.Import, LabelSource.Told, false)]
    [InlineData(LabelSource.Told, LabelSource.Import, true)]
    [InlineData(LabelSource.Import, LabelSource.Dispute, true)]
    [InlineData(LabelSource.Dispute, LabelSource.Review, true)]
    public async Task A_weaker_source_does_not_replace_a_stronger_one(LabelSource first, LabelSource second, bool firstHolds)
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        await Get<Writes>().DoAsync(
            async tx =>
            {
                var order = (await tx.LockAsync<Order>(orderId, Ct))!;
                tx.SayLabel(order, fraud: true, first, "first", "test");
                tx.SayLabel(order, fraud: false, second, "second", "test");
            },
            Ct);

        Assert.Equal((firstHolds, firstHolds ? first : second), await HoldsAsync(orderId));
        Assert.Equal(2, (await AllAsync<OrderLabel>()).Count);
    }

    [Fact]
    public async Task A_person_who_decides_cases_may_label_and_a_reader_may_not()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        Assert.Equal(RefusalCode.NotAllowed, (await Get<LabelOrder>().RunAsync(orderId, true, "guess", Reader, "req_1", Ct)).Refusal!.Code);
        Assert.True((await Get<LabelOrder>().RunAsync(orderId, true, "call with the buyer", Analyst, "req_1", Ct)).Done);
        Assert.Equal((true, LabelSource.Told), await HoldsAsync(orderId));
    }

    private async Task<(bool?, LabelSource?)> HoldsAsync(string orderId)
    {
        var order = await ReadAsync(db => db.Set<Order>().AsNoTracking().SingleAsync(o => o.OrderId == orderId, Ct));
        return (order.Fraud, order.FraudSource);
    }

    private Task<Result<OrderDocument>> LabelAsync(string orderId, bool fraud) => Get<LabelOrder>().RunAsync(orderId, fraud, "chargeback team", Marketplace, "req_1", Ct);

    private Task<Result<OrderDocument>> DisputeAsync(string orderId, string reason) =>
        Get<OpenDispute>().RunAsync(orderId, new DisputeContent(reason, Time.GetUtcNow(), null, null), Marketplace, "req_1", Ct);
}
