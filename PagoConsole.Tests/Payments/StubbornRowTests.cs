using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

/// <summary>A row that fails every time is told, and keeps no other row waiting.</summary>
public sealed class StubbornRowTests() : MoneyPath(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Expiry_goes_on_past_an_order_that_fails()
    {
        var orders = await PlaceManyAsync(12);
        Pago.Broken.Add(orders[0].Payment!.PaymentId);
        Time.Advance(TimeSpan.FromHours(24));

        var failed = await Assert.ThrowsAsync<AggregateException>(() => Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));

        Assert.Contains(orders[0].OrderId, failed.Message, StringComparison.Ordinal);
        Assert.Equal(11, await CountAsync(OrderStatus.Expired));
    }

    [Fact]
    public async Task Polling_goes_on_past_an_order_that_fails()
    {
        var orders = await PlaceManyAsync(12);
        Pago.Broken.Add(orders[0].Payment!.PaymentId);
        foreach (var order in orders) Pago.Pay(order.Payment!.PaymentId, "tx_" + order.OrderId, Core.Foundation.Money.Of(120m, Core.Foundation.Currency.Pen));
        Time.Advance(TimeSpan.FromMinutes(6));

        await Assert.ThrowsAsync<AggregateException>(() => Get<PollPayments>().RunAsync(Time.GetUtcNow(), Ct));

        Assert.Equal(11, await CountAsync(OrderStatus.Paid));
    }

    [Fact]
    public async Task Decisions_take_effect_past_a_case_that_fails()
    {
        var broken = await PlaceAsync(NewOrder(900m, accountDays: 2));
        Time.Advance(TimeSpan.FromSeconds(1));
        var other = await PlaceAsync(NewOrder(900m, accountDays: 2));
        await Get<Writes>().DoAsync(tx => tx.Db.ExecuteAsync("DELETE FROM order_contents WHERE order_id = @p0", [broken.OrderId], Ct), Ct);
        foreach (var held in new[] { broken, other }) await Get<DecideCase>().RunAsync(held.OrderId, Verdict.Approve(), Analyst, Ct);

        await Assert.ThrowsAsync<AggregateException>(() => Get<CarryOutDecisions>().RunAsync(Ct));

        Assert.Equal(OrderStatus.AwaitingPayment, (await OrderAsync(other.OrderId)).Status);
        Assert.Equal(OrderStatus.InReview, (await OrderAsync(broken.OrderId)).Status);
    }

    private async Task<List<OrderDocument>> PlaceManyAsync(int count)
    {
        var orders = new List<OrderDocument>();
        while (orders.Count < count)
        {
            orders.Add(await PlaceAsync(NewOrder()));
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        return orders;
    }

    private Task<int> CountAsync(OrderStatus status) => ReadAsync(db => Task.FromResult(db.Set<Order>().Count(o => o.Status == status)));
}
