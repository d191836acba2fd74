using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Payments;

/// <summary>The whole way of an order without a host: real store, real actions, pumps turned by hand, PagoEfectivo in memory.</summary>
public abstract class MoneyPath(StorageProvider provider) : StoreTest(provider)
{
    private const string Secret = "test-webhook-secret";
    private int orders;
    private int events;

    private protected static Actor Marketplace { get; } = new(
        ActorKind.ApiKey, "test", "test", new HashSet<Permission> { Permission.ApiOrdersWrite, Permission.ApiOrdersRead });

    private protected static Actor Analyst { get; } = Person("analyst");

    private protected FakePago Pago => Get<FakePago>();

    private protected static Actor Person(string name) => new(ActorKind.Person, name, name, Enum.GetValues<Permission>().ToHashSet());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Get<ActiveRules>().EnsureAsync(Ct);
        await Get<ReceiptWriter>().StartAsync(Ct);
    }

    public override async ValueTask DisposeAsync()
    {
        await Get<ReceiptWriter>().StopAsync(CancellationToken.None);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<SelfAddress>();
        services.AddJournal().AddAlarms().AddOrders().AddOutbox().AddRisk().AddReview().AddPayments().AddPlacingOrders().AddIntake().AddWebhooks();
        services.AddSingleton<GatewayHealth>().AddSingleton<FakePago>().AddSingleton<IPaymentGateway>(s => s.GetRequiredService<FakePago>());
        services.Configure<PagoEfectivoOptions>(o => (o.WebhookSecrets, o.AllowedNetworks, o.SecretKey, o.ClientId) = ([Secret], ["127.0.0.0/8"], "s", "c"));
        services.Configure<ReviewOptions>(o => o.UndoSeconds = 0);
    }

    /// <summary>An order of a buyer of its own, so that no rule ties it to the others.</summary>
    private protected OrderContent NewOrder(decimal amount = 120m, int accountDays = 300, string currency = "PEN")
    {
        var n = Interlocked.Increment(ref orders);
        return new()
        {
            OrderId = $"T-{n}",
            Amount = Money.Of(amount, new Currency(currency)),
            ReturnUrl = "https://shop.example/thanks",
            Account = new OrderAccount(
                $"u-{n}", Time.GetUtcNow().AddDays(-accountDays), $"u{n}@example.pe", $"9{n:D8}", "DNI", $"{n:D8}", "Ana Quispe"),
            Ip = $"190.235.{n / 250}.{(n % 250) + 1}",
        };
    }

    private protected async Task<OrderDocument> PlaceAsync(OrderContent content) =>
        (await Get<PlaceOrder>().RunAsync(content, null, Marketplace, "req_1", Ct)).Value.Document;

    private protected async Task<DoorAnswer> SendAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return await Get<WebhookDoor>().ReceiveAsync(new Knock(IPAddress.Loopback, bytes, false, WebhookSignature.Of(Secret, bytes), "{}"));
    }

    private protected string Event(string type, string paymentId, Money? amount = null, string? transactionId = null) => JsonSerializer.Serialize(new
    {
        event_id = $"evt_{Interlocked.Increment(ref events)}",
        type,
        created_at = Time.GetUtcNow(),
        data = new { payment_id = paymentId, amount = amount?.ToWire(), currency = amount?.Currency.Code, transaction_id = transactionId, paid_at = Time.GetUtcNow() },
    });

    /// <summary>Turns every pump until nothing is left that is due now.</summary>
    private protected async Task SettleDownAsync()
    {
        for (var round = 0; round < 4; round++)
        {
            foreach (var pump in Get<IEnumerable<IHostedService>>().OfType<Pump>()) await pump.WorkAsync(Ct);
            await DueNowAsync();
        }
    }

    /// <summary>Back-off and waiting follow real time; a test does not wait for it.</summary>
    private protected Task DueNowAsync() => Get<Writes>().DoAsync(
        async tx =>
        {
            await tx.Db.ExecuteAsync("UPDATE gateway_commands SET next_attempt_at = 0 WHERE state = 'Waiting'", [], Ct);
            await tx.Db.ExecuteAsync("UPDATE receipts SET next_at = 0 WHERE state = 'Waiting'", [], Ct);
        },
        Ct);

    private protected async Task<T> ReadAsync<T>(Func<PagoDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await read(db);
    }

    private protected Task<Order> OrderAsync(string orderId) => ReadAsync(db => db.Set<Order>().AsNoTracking().SingleAsync(o => o.OrderId == orderId, Ct));

    private protected Task<List<string>> CallbacksAsync(string orderId) => ReadAsync(async db =>
        (await db.Set<OutboxMessage>().Where(m => m.OrderId == orderId).OrderBy(m => m.Sequence).ToListAsync(Ct)).ConvertAll(m => m.Type.ToWire()));

    private protected Task<List<MoneyCase>> CasesAsync(string orderId) => ReadAsync(db => db.Set<MoneyCase>().Where(c => c.OrderId == orderId).ToListAsync(Ct));
}
