using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Marketplace;

/// <summary>The outbox over a real store, towards a marketplace in memory.</summary>
public abstract class CallbackStoreTest(StorageProvider provider) : StoreTest(provider)
{
    private protected static readonly Actor Admin =
        new(ActorKind.Person, "admin", "admin", new HashSet<Permission> { Permission.ManageJobs, Permission.SeeOrders });

    private protected FakeMarketplace Shop { get; } = new();

    protected override Dictionary<string, string?> Settings => new() { ["Marketplace:CallbackUrl"] = "https://shop.example/callbacks" };

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton(new CallbackPatience { Real = Time, Answer = TimeSpan.FromSeconds(1) });
        services.AddJournal().AddAlarms().AddMarketplace();
        services.AddHttpClient(CallbackSender.Client).ConfigurePrimaryHttpMessageHandler(() => Shop);
    }

    private protected Task<bool> WorkAsync() => Get<IEnumerable<IHostedService>>().OfType<CallbackPump>().Single().WorkAsync(Ct);

    /// <summary>Works everything off that is due.</summary>
    private protected async Task WorkOffAsync()
    {
        while (await WorkAsync())
        {
        }
    }

    private protected Task WriteAsync(string orderId, int sequence = 1, CallbackType type = CallbackType.Paid) => Get<Writes>().DoAsync(
        tx =>
        {
            tx.Db.Add(new OutboxMessage
            {
                MessageId = $"msg-{orderId}-{sequence}",
                OrderId = orderId,
                Sequence = sequence,
                Type = type,
                Body = $"{orderId} {sequence}",
                CreatedAt = tx.Now,
                NextAttemptAt = OutboxMessage.AtOnce,
            });
            return Task.CompletedTask;
        },
        Ct);

    private protected async Task<OutboxMessage> MessageAsync(string orderId, int sequence = 1, int delivery = 1)
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<OutboxMessage>().SingleAsync(m => m.OrderId == orderId && m.Sequence == sequence && m.Delivery == delivery, Ct);
    }

    private protected async Task<int> CountAsync<T>()
        where T : class
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<T>().CountAsync(Ct);
    }

    /// <summary>Messages that the marketplace refused for good.</summary>
    private protected async Task ParkAsync(params string[] orders)
    {
        Shop.Answer = _ => HttpStatusCode.Gone;
        foreach (var order in orders) await WriteAsync(order);
        await WorkOffAsync();
        Shop.Answer = _ => HttpStatusCode.OK;
    }
}
