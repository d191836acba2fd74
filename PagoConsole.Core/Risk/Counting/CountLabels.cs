using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Counting;

/// <summary>
/// Counts which hits turned out to be fraud and which good. A label may change; what an order counted for before is kept, so that only the
/// difference is added, whenever and however often this looks.
/// </summary>
internal sealed class CountLabels(IDbContextFactory<PagoDb> contexts, Writes writes, Dialect dialect, int atOnce = 500)
{
    private readonly CountBatch batch = new(contexts, writes, dialect, CountedSoFar.Labels, "order_labels", "id", atOnce);

    /// <summary>Counts the next sayings.</summary>
    /// <returns>Whether more wait.</returns>
    public Task<bool> RunAsync(CancellationToken ct) => batch.RunAsync((db, from, to) => PrepareAsync(db, from, to, ct), ct);

    private static async Task<Func<WriteScope, Task>> PrepareAsync(PagoDb db, long from, long to, CancellationToken ct)
    {
        var ids = await db.Set<OrderLabel>().Where(l => l.Id > from && l.Id <= to).Select(l => l.OrderId).Distinct().ToListAsync(ct);
        var orders = await JudgedOrder.ReadAsync(db, ids, ct);
        return tx => CountAsync(tx.Db, orders, ct);
    }

    // What holds now is read inside: a saying that comes later is another row, and finds what was counted here.
    private static async Task CountAsync(PagoDb db, Dictionary<string, JudgedOrder> orders, CancellationToken ct)
    {
        if (orders.Count == 0) return;
        var ids = orders.Keys.ToList();
        var now = await db.Set<Order>().AsNoTracking().Where(o => ids.Contains(o.OrderId) && o.Fraud != null)
            .ToDictionaryAsync(o => o.OrderId, o => o.Fraud!.Value, ct);
        var before = await db.Set<CountedLabel>().AsNoTracking().Where(l => ids.Contains(l.OrderId)).ToDictionaryAsync(l => l.OrderId, l => l.Fraud, ct);
        var changed = now.Where(label => !before.TryGetValue(label.Key, out var was) || was != label.Value).ToList();
        if (changed.Count == 0) return;
        var counts = new RuleCounts();
        foreach (var (orderId, fraud) in changed)
        {
            if (before.TryGetValue(orderId, out var was)) Add(counts, orders[orderId], was, -1);
            Add(counts, orders[orderId], fraud, 1);
        }

        await counts.WriteAsync(db, ct);
        await db.ExecuteAsync(
            $"INSERT INTO counted_labels (order_id, fraud) VALUES {Sql.Rows(changed.Count, 2)} ON CONFLICT (order_id) DO UPDATE SET fraud = excluded.fraud",
            [.. changed.SelectMany(label => new object[] { label.Key, label.Value })],
            ct);
    }

    private static void Add(RuleCounts counts, JudgedOrder order, bool fraud, int times)
    {
        counts.AddLabel(order.Day, order.Version, fraud, times);
        foreach (var (rule, mode) in order.Hits)
            counts.AddRule(order.Day, rule, order.Version, mode, fraud ? RuleFigure.Fraud : RuleFigure.Good, times);
    }
}
