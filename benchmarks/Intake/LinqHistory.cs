using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Storage;

namespace PagoConsole.Benchmarks.Intake;

/// <summary>The same questions as one would ask them with LINQ, untracked, over the same tables, indexes and bounds.</summary>
internal sealed class LinqHistory(PagoDb db) : IHistory
{
    public async ValueTask<long> OrdersAsync(IdentifierKind kind, OrderSubject order, Span span, int atMost, CancellationToken ct) =>
        await Of(kind, order.Keys[kind], span).Take(atMost).CountAsync(ct);

    public async ValueTask<long> OrdersOfEverybodyAsync(OrderSubject order, Span span, int atMost, CancellationToken ct) =>
        await db.Set<Order>().Where(o => o.PlacedAt > span.After && o.PlacedAt <= span.UpTo).Take(atMost).CountAsync(ct);

    public async ValueTask AccountsAsync(IdentifierKind kind, byte[] key, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) =>
        into.UnionWith(await Of(kind, key, span).OrderByDescending(i => i.PlacedAt).ThenByDescending(i => i.OrderId).Take(Bounds.Rows).Select(i => i.AccountId).Distinct().ToListAsync(ct));

    public async ValueTask LoginAccountsAsync(string device, OrderSubject order, Span span, ISet<string> into, CancellationToken ct) =>
        into.UnionWith(await db.Set<Login>().Where(l => l.Device == device && l.At > span.After && l.At <= span.UpTo && l.Success)
            .OrderByDescending(l => l.At).Take(Bounds.Rows).Select(l => l.AccountId).Distinct().ToListAsync(ct));

    public async ValueTask<IReadOnlyList<IdentifierKey>> LinksOfAsync(string accountId, OrderSubject order, Span span, CancellationToken ct)
    {
        IdentifierKind[] kinds = [IdentifierKind.Phone, IdentifierKind.Document, IdentifierKind.Address];
        var latest = Of(IdentifierKind.Account, OrderIdentifier.HashOf(IdentifierKind.Account, accountId), span)
            .OrderByDescending(i => i.PlacedAt).ThenByDescending(i => i.OrderId).Take(Bounds.OrdersOfAccount).Select(i => i.OrderId);
        var links = await db.Set<OrderIdentifier>().AsNoTracking().Where(i => latest.Contains(i.OrderId) && kinds.Contains(i.Kind))
            .Select(i => new { i.Kind, i.ValueHash }).Distinct().ToListAsync(ct);
        return [.. links.Select(l => IdentifierKey.Of(l.Kind, l.ValueHash)).OrderBy(k => k.Kind).ThenBy(k => k.Hash)];
    }

    public async ValueTask<IReadOnlyList<PastOrder>> PastAsync(IdentifierKind kind, OrderSubject order, Span span, int last, CancellationToken ct)
    {
        var ids = Of(kind, order.Keys[kind], span).OrderByDescending(i => i.PlacedAt).ThenByDescending(i => i.OrderId).Take(last).Select(i => i.OrderId);
        var orders = await db.Set<Order>().AsNoTracking().Where(o => ids.Contains(o.OrderId))
            .Select(o => new
            {
                o.OrderId,
                o.AmountMinor,
                o.Currency,
                o.PlacedAt,
                o.FirstPaidAt,
                o.FirstExpiredAt,
                o.FirstRefundedAt,
                o.Fraud,
                o.FraudAt,
                Device = db.Set<OrderIdentifier>().Where(i => i.OrderId == o.OrderId && i.Kind == IdentifierKind.Device).Select(i => i.ValueHash).FirstOrDefault(),
            })
            .OrderByDescending(o => o.PlacedAt).ToListAsync(ct);
        return
        [
            .. orders.Select(o => new PastOrder(
                o.OrderId, new Money(o.AmountMinor, o.Currency), o.PlacedAt, o.Device is null ? null : IdentifierKey.Of(IdentifierKind.Device, o.Device),
                o.FirstPaidAt, o.FirstExpiredAt, o.FirstRefundedAt, o.Fraud == true ? o.FraudAt : null)),
        ];
    }

    // No device is ever taken off an account here, so the question is asked and its answer is empty.
    public async ValueTask<IReadOnlyDictionary<IdentifierKey, DateTimeOffset>> UnbindingsAsync(OrderSubject order, CancellationToken ct)
    {
        await db.Set<AccountFlag>().AsNoTracking().Where(f => f.AccountId == order.AccountId).Take(1).ToListAsync(ct);
        return new Dictionary<IdentifierKey, DateTimeOffset>();
    }

    public async ValueTask<IReadOnlyList<SeenLogin>> LoginsAsync(OrderSubject order, Span span, CancellationToken ct) =>
    [
        .. (await db.Set<Login>().AsNoTracking().Where(l => l.AccountId == order.AccountId && l.At > span.After && l.At <= span.UpTo)
            .OrderByDescending(l => l.At).Take(Bounds.Logins).ToListAsync(ct)).Select(l => new SeenLogin(l.At, l.Ip, null, l.Device, l.Success)).Reverse(),
    ];

    public async ValueTask<IReadOnlyList<ListedMatch>> ListsAsync(OrderSubject order, CancellationToken ct)
    {
        var keys = ListKeys.Of(order);
        return await db.Set<ListEntry>().AsNoTracking()
            .Where(e => keys.Contains(e.ValueHash) && e.CreatedAt <= order.SeenAt && (e.ExpiresAt == null || e.ExpiresAt > order.SeenAt) && (e.RemovedAt == null || e.RemovedAt > order.SeenAt))
            .Select(e => new ListedMatch(e.EntryId, e.Effect, e.Kind)).ToListAsync(ct);
    }

    private IQueryable<OrderIdentifier> Of(IdentifierKind kind, byte[] key, Span span) =>
        db.Set<OrderIdentifier>().AsNoTracking().Where(i => i.Kind == kind && i.ValueHash == key && i.PlacedAt > span.After && i.PlacedAt <= span.UpTo);
}
