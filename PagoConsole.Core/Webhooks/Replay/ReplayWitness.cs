using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Webhooks.Replay;

/// <summary>Sees what the effects of a receipt change, from inside their transaction: what stands there before and after, saved or not yet.</summary>
internal static class ReplayWitness
{
    /// <summary>Watches over the effects of a receipt; the order is locked first, so that nobody else's change is taken for theirs.</summary>
    public static async Task<ReplayFindings> WatchAsync(WriteScope tx, Receipt receipt, DeliveryVerdict trail, Func<Task> effects, CancellationToken ct)
    {
        var orderId = await tx.Db.Set<Payment>().Where(p => p.PaymentId == receipt.PaymentId).Select(p => p.OrderId).SingleOrDefaultAsync(ct);
        var order = orderId is null ? null : await tx.LockAsync<Order>(orderId, ct);
        var from = order?.Status;
        var before = await StandingAsync(tx, orderId, ct);
        await effects();
        var after = await StandingAsync(tx, orderId, ct);
        return new ReplayFindings(
            receipt.Id,
            trail,
            receipt.Verdict,
            receipt.OrderId,
            from,
            order?.Status,
            [.. New(before.Movements, after.Movements, m => (m.TransactionId, m.Kind)).Select(m => new ReplayMoney(m.Kind, m.Amount))],
            [.. New(before.Cases, after.Cases, c => c.CaseId).Select(c => c.Kind).Order()],
            [.. New(before.Callbacks, after.Callbacks, c => c.MessageId).OrderBy(c => c.Sequence).Select(c => c.Type)]);
    }

    private static async Task<Standing> StandingAsync(WriteScope tx, string? orderId, CancellationToken ct) => orderId is null
        ? new([], [], [])
        : new(
            await AllAsync(tx.Db, tx.Db.Set<MoneyMovement>().Where(m => m.OrderId == orderId), ct),
            await AllAsync(tx.Db, tx.Db.Set<MoneyCase>().Where(c => c.OrderId == orderId), ct),
            await AllAsync(tx.Db, tx.Db.Set<OutboxMessage>().Where(m => m.OrderId == orderId), ct));

    private static async Task<List<T>> AllAsync<T>(PagoDb db, IQueryable<T> saved, CancellationToken ct)
        where T : class =>
        [
            .. await saved.AsNoTracking().ToListAsync(ct),
            .. db.ChangeTracker.Entries<T>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity),
        ];

    private static IEnumerable<T> New<T, TKey>(List<T> before, List<T> after, Func<T, TKey> key) => after.ExceptBy(before.Select(key), key);

    private sealed record Standing(List<MoneyMovement> Movements, List<MoneyCase> Cases, List<OutboxMessage> Callbacks);
}
