using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Intake;

/// <summary>Orders that stand in whatever state a test wants, without the way that leads there.</summary>
public abstract class OrdersInStates(StorageProvider provider) : StoreTest(provider)
{
    private static readonly Actor System = Actor.Job("test");

    private protected static Actor Marketplace { get; } = new(
        ActorKind.ApiKey, "key_1", "till", new HashSet<Permission> { Permission.ApiOrdersWrite, Permission.ApiEventsWrite });

    private protected static Actor Reader { get; } = new(ActorKind.ApiKey, "key_2", "reader", new HashSet<Permission> { Permission.ApiOrdersRead });

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Get<ActiveRules>().EnsureAsync(Ct); // a login is held against the rules at once
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<SelfAddress>();
        services.AddJournal().AddOrders().AddOutbox().AddRisk().AddIntake();
    }

    /// <summary>An order that stands in a state, and came there by the machine's own ways.</summary>
    private protected async Task<string> InStateAsync(OrderStatus status)
    {
        var orderId = $"{status}-1";
        await Get<Writes>().DoAsync(
            tx =>
            {
                var order = New(orderId, tx.Now);
                var way = WayTo(status);
                order.Begin(way[0], tx.Now);
                foreach (var next in way.Skip(1)) order.MoveTo(next, null, tx.Now);
                tx.Db.Add(order);
                return Task.CompletedTask;
            },
            Ct);
        return orderId;
    }

    private protected Task MoveAsync(string orderId, OrderStatus to) => Get<Writes>().DoAsync(
        async tx => await Get<OrderNews>().MoveAsync(tx, (await tx.LockAsync<Order>(orderId, Ct))!, to, System, null, null, Ct), Ct);

    private protected async Task<OrderStatus> StatusAsync(string orderId) => (await ReadAsync(db => db.Set<Order>().SingleAsync(o => o.OrderId == orderId, Ct))).Status;

    private protected Task<List<JournalEntry>> JournalAsync(string orderId) =>
        ReadAsync(db => db.Set<JournalEntry>().Where(e => e.OrderId == orderId).OrderBy(e => e.Position).ToListAsync(Ct));

    private protected Task<List<T>> AllAsync<T>()
        where T : class =>
        ReadAsync(db => db.Set<T>().AsNoTracking().ToListAsync(Ct));

    private protected async Task<T> ReadAsync<T>(Func<PagoDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await read(db);
    }

    private static OrderStatus[] WayTo(OrderStatus status) => status switch
    {
        OrderStatus.InReview or OrderStatus.AwaitingPayment or OrderStatus.Rejected => [status],
        OrderStatus.Paid or OrderStatus.Expired or OrderStatus.Cancelled => [OrderStatus.AwaitingPayment, status],
        OrderStatus.PaidLate => [OrderStatus.AwaitingPayment, OrderStatus.Expired, status],
        OrderStatus.Shipped or OrderStatus.RefundRequested or OrderStatus.Refunded => [OrderStatus.AwaitingPayment, OrderStatus.Paid, status],
        OrderStatus.Delivered => [OrderStatus.AwaitingPayment, OrderStatus.Paid, OrderStatus.Shipped, status],
    };

    private static Order New(string orderId, DateTimeOffset now) => new()
    {
        OrderId = orderId,
        AmountMinor = 12990,
        Currency = Currency.Pen,
        PlacedAt = now,
        ReceivedAt = now,
        AccountId = "u-1",
        AccountCreatedAt = now.AddYears(-1),
        ContentHash = new byte[32],
        PayToken = Ids.Token(),
        Decision = """{"outcome":"Approve","score":0,"ruleSetVersion":1,"hits":[]}""",
        VoucherMinutes = 60,
    };
}
