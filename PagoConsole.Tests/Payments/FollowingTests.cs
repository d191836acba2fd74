using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

/// <summary>Payments whose deliveries never come, and PagoEfectivo when it does not want to be asked.</summary>
public abstract class FollowingTests(StorageProvider provider) : MoneyPath(provider)
{
    private static readonly Money Price = Money.Of(120m, Currency.Pen);

    [Fact]
    public async Task A_delivery_that_got_lost_is_found_and_told()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Price);
        Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(1, await PollAsync());

        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(1, await JournalledAsync(OrderEvents.MissedWebhook));
        Assert.Null((await OrderAsync(placed.OrderId)).NextPollAt);
    }

    [Fact]
    public async Task A_delivery_that_may_still_be_under_way_is_not_called_lost()
    {
        var placed = await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromMinutes(6));
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Price);

        await PollAsync();

        Assert.Equal(OrderStatus.Paid, (await OrderAsync(placed.OrderId)).Status);
        Assert.Equal(0, await JournalledAsync(OrderEvents.MissedWebhook));
    }

    [Fact]
    public async Task Late_money_whose_delivery_got_lost_too_is_found()
    {
        var placed = await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromHours(24));
        await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct);
        await SettleDownAsync();
        Time.Advance(TimeSpan.FromHours(1));
        await PollAsync();
        Pago.Pay(placed.Payment!.PaymentId, "tx_1", Price);
        Time.Advance(TimeSpan.FromHours(3));

        await PollAsync();

        Assert.Equal(OrderStatus.PaidLate, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task Late_money_is_looked_for_however_often_it_was_asked_for_before()
    {
        var placed = await PlaceAsync(NewOrder());
        for (var look = 0; look < 8; look++)
        {
            Time.Advance(TimeSpan.FromMinutes(75));
            Assert.Equal(1, await PollAsync());
        }

        Pago.Expire(placed.Payment!.PaymentId);
        await SendAsync(Event("payment.expired", placed.Payment.PaymentId));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Expired, (await OrderAsync(placed.OrderId)).Status);
        Pago.Pay(placed.Payment.PaymentId, "tx_1", Price);
        Time.Advance(TimeSpan.FromMinutes(20));
        await PollAsync();

        Assert.Equal(OrderStatus.PaidLate, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task Nobody_looks_for_ever()
    {
        var placed = await PlaceAsync(NewOrder());
        Time.Advance(TimeSpan.FromHours(24));
        await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct);
        await SettleDownAsync();
        for (var look = 0; look < 3; look++)
        {
            Time.Advance(TimeSpan.FromHours(28));
            Assert.Equal(1, await PollAsync());
        }

        Assert.Null((await OrderAsync(placed.OrderId)).NextPollAt);
    }

    [Fact]
    public async Task Who_asks_to_be_left_alone_is_left_alone()
    {
        foreach (var _ in Enumerable.Range(0, 40)) await PlaceAsync(NewOrder());
        var asked = 0;
        Pago.OnFind = _ =>
        {
            Interlocked.Increment(ref asked);
            return new GatewayAnswer<GatewayPayment>.Refused(GatewayError.TooManyRequests, "slower", null, TimeSpan.FromMinutes(10), []);
        };
        Time.Advance(TimeSpan.FromMinutes(6));

        await PollAsync();
        await PollAsync();

        Assert.InRange(asked, 1, 16);
        Assert.Equal(40, await ReadAsync(db => db.Set<Order>().CountAsync(o => o.NextPollAt != null, Ct)));
    }

    [Fact]
    public async Task Nothing_expires_by_a_guess_because_others_asked_too_often()
    {
        foreach (var _ in Enumerable.Range(0, 40)) await PlaceAsync(NewOrder());
        Pago.OnFind = _ => new GatewayAnswer<GatewayPayment>.Refused(GatewayError.TooManyRequests, "slower", null, TimeSpan.FromMinutes(10), []);
        Time.Advance(TimeSpan.FromHours(25));

        Assert.InRange(await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct), 0, 16);
        Assert.Equal(0, await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));

        Assert.InRange(await ReadAsync(db => db.Set<Order>().CountAsync(o => o.Status == OrderStatus.AwaitingPayment, Ct)), 24, 40);
    }

    [Fact]
    public async Task An_outage_leaves_orders_as_they_were_until_their_grace_is_over()
    {
        var placed = await PlaceAsync(NewOrder());
        Pago.OnFind = _ => new GatewayAnswer<GatewayPayment>.NotSent(GatewayObstacle.Unreachable, []);
        Time.Advance(TimeSpan.FromHours(24));
        var before = (await OrderAsync(placed.OrderId)).Version;

        Assert.Equal(0, await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));
        Assert.Equal(0, await PollAsync());
        Assert.Equal(before, (await OrderAsync(placed.OrderId)).Version);

        Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(1, await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));
        Assert.Equal(OrderStatus.Expired, (await OrderAsync(placed.OrderId)).Status);
    }

    [Fact]
    public async Task Many_that_fall_due_at_once_end_in_one_run()
    {
        var orders = new List<OrderDocument>();
        for (var i = 0; i < 230; i++) orders.Add(await PlaceAsync(NewOrder()));
        foreach (var order in orders.Take(30)) Pago.Pay(order.Payment!.PaymentId, $"tx_{order.OrderId}", Price);
        Time.Advance(TimeSpan.FromHours(24));

        Assert.Equal(230, await Get<ExpireOrders>().RunAsync(Time.GetUtcNow(), Ct));

        Assert.Equal(200, await ReadAsync(db => db.Set<Order>().CountAsync(o => o.Status == OrderStatus.Expired, Ct)));
        Assert.Equal(30, await ReadAsync(db => db.Set<Order>().CountAsync(o => o.Status == OrderStatus.Paid, Ct)));
        Assert.Equal(200, await ReadAsync(db => db.Set<GatewayCommand>().CountAsync(c => c.Kind == CommandKind.Cancel, Ct)));
    }

    [Fact]
    public async Task A_category_may_have_a_life_of_its_own()
    {
        Get<Microsoft.Extensions.Options.IOptionsMonitor<PaymentOptions>>().CurrentValue.CategoryVoucherHours["Concert-Tickets"] = 2;
        var plain = await PlaceAsync(NewOrder());
        var tickets = await PlaceAsync(NewOrder() with { Items = [new OrderItem("T-1", "Grupo 5", "concert-tickets", 1, 12000), new OrderItem("B-1", "Book", "books", 1, 100)] });

        Assert.Equal(Time.GetUtcNow().AddHours(24), (await OrderAsync(plain.OrderId)).DueAt);
        Assert.Equal(Time.GetUtcNow().AddHours(2), (await OrderAsync(tickets.OrderId)).DueAt);
    }

    private Task<int> PollAsync() => Get<PollPayments>().RunAsync(Time.GetUtcNow(), Ct);

    private Task<int> JournalledAsync(string kind) => ReadAsync(db => db.Set<JournalEntry>().CountAsync(e => e.Kind == kind, Ct));
}

public sealed class SqliteFollowingTests() : FollowingTests(StorageProvider.Sqlite);

public sealed class PostgresFollowingTests() : FollowingTests(StorageProvider.Postgres);
