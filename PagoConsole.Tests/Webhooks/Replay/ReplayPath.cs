using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Webhooks.Replay;

/// <summary>Deliveries that went wrong, and everything that a replay could change, to compare before and after.</summary>
public abstract class ReplayPath(StorageProvider provider) : MoneyPath(provider)
{
    private protected static readonly Money Price = Money.Of(120m, Currency.Pen);

    private protected static Actor Finance { get; } = As(Role.Finance);

    private protected static Actor As(Role role) => new(ActorKind.Person, $"{role}", $"{role}", RolePermissions.Of(role));

    /// <summary>While this is so, no receipt about money can be processed.</summary>
    private protected Task BreakAsync(bool broken) => Get<Writes>().DoAsync(
        tx => tx.Db.ExecuteAsync(broken ? "ALTER TABLE money_movements RENAME TO gone" : "ALTER TABLE gone RENAME TO money_movements", [], Ct), Ct);

    private protected async Task ProcessAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await Get<IEnumerable<IHostedService>>().OfType<ProcessReceipts>().Single().WorkAsync(Ct);
            await DueNowAsync();
        }
    }

    /// <summary>An order whose payment was told, and that delivery was parked after five failures.</summary>
    private protected async Task<(OrderDocument Order, EventLine Delivery)> ParkedAsync()
    {
        var order = await PlaceAsync(NewOrder());
        await SendAsync(Event("payment.paid", order.Payment!.PaymentId, Price, $"tx_{order.OrderId}"));
        await BreakAsync(true);
        await ProcessAsync(times: 5);
        await BreakAsync(false);
        return (order, (await LinesAsync()).First(line => line.Verdict == DeliveryVerdict.Parked && line.PaymentId == order.Payment.PaymentId));
    }

    /// <summary>The feed, newest first.</summary>
    private protected async Task<IReadOnlyList<EventLine>> LinesAsync() => (await Get<EventFeed>().ReadAsync(Person("viewer"), [], null, Ct)).Value;

    /// <summary>Everything of an order and of the feed that a replay could change, as one text.</summary>
    private protected Task<string> PictureAsync(string orderId) => ReadAsync(async db => JsonSerializer.Serialize(new
    {
        order = await db.Set<Order>().AsNoTracking().SingleAsync(o => o.OrderId == orderId, Ct),
        payment = await db.Set<Payment>().AsNoTracking().Where(p => p.OrderId == orderId).ToListAsync(Ct),
        movements = await db.Set<MoneyMovement>().AsNoTracking().OrderBy(m => m.TransactionId).ThenBy(m => m.Kind).Where(m => m.OrderId == orderId).ToListAsync(Ct),
        cases = await db.Set<MoneyCase>().AsNoTracking().OrderBy(c => c.CaseId).Where(c => c.OrderId == orderId).ToListAsync(Ct),
        refunds = await db.Set<Refund>().AsNoTracking().OrderBy(r => r.RefundId).Where(r => r.OrderId == orderId).ToListAsync(Ct),
        messages = await db.Set<OutboxMessage>().AsNoTracking().OrderBy(m => m.Id).Where(m => m.OrderId == orderId).ToListAsync(Ct),
        receipts = await db.Set<Receipt>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(Ct),
        replays = await db.Set<ReceiptReplay>().CountAsync(Ct),
        alarms = await db.Set<Core.Alarms.Alarm>().AsNoTracking().OrderBy(a => a.AlarmId).ToListAsync(Ct),
        journal = await db.Set<JournalEntry>().CountAsync(Ct),
    }));

    private protected Task<string> ReceiptsAsync() =>
        ReadAsync(async db => JsonSerializer.Serialize(await db.Set<Receipt>().AsNoTracking().OrderBy(r => r.Id).ToListAsync(Ct)));
}
