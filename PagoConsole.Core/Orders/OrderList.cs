using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Orders;

/// <summary>Which orders one wants to see.</summary>
/// <param name="Search">An order, CIP, account, phone, document or e-mail, whole; null for any.</param>
/// <param name="Statuses">Only these; empty for all.</param>
/// <param name="From">Placed at this instant or later.</param>
/// <param name="Until">Placed before this instant.</param>
/// <param name="Currency">Only this currency.</param>
/// <param name="MinMinor">At least this amount, in hundredths.</param>
/// <param name="MaxMinor">At most this amount, in hundredths.</param>
public sealed record OrderFilter(
    string? Search = null,
    IReadOnlyList<OrderStatus>? Statuses = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    Currency? Currency = null,
    long? MinMinor = null,
    long? MaxMinor = null);

/// <summary>Where a page of the list ends, and the next begins.</summary>
/// <param name="PlacedAt">When the last order of the page was placed.</param>
/// <param name="OrderId">Its id.</param>
public sealed record OrderCursor(DateTimeOffset PlacedAt, string OrderId);

/// <summary>One row of the list.</summary>
public sealed record OrderRow(
    string OrderId, OrderStatus Status, string? Reason, Money Amount, DateTimeOffset PlacedAt, DateTimeOffset UpdatedAt, string AccountId, string? SellerId, string? Cip);

/// <summary>A page of orders, newest first.</summary>
/// <param name="Rows">The orders.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record OrderPage(IReadOnlyList<OrderRow> Rows, OrderCursor? Next);

/// <summary>How many orders stand in a state.</summary>
/// <param name="Status">The state.</param>
/// <param name="Count">How many; counted to <see cref="OrderList.CountLimit"/> only.</param>
public sealed record OrderStatusCount(OrderStatus Status, int Count);

/// <summary>The list of orders: newest first, in pages by key, so that it stays quick at a million orders.</summary>
public sealed class OrderList(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>Orders on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Counts end here: "1,000 or more" is all that anybody needs to know beside a filter.</summary>
    public const int CountLimit = 1000;

    /// <summary>Orders of one identifier that a search looks at.</summary>
    private const int MostFound = 1000;

    /// <summary>Reads a page.</summary>
    public async Task<Result<OrderPage>> ReadAsync(OrderFilter filter, OrderCursor? after, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var orders = Where(db.Set<Order>().AsNoTracking(), filter);
        if (Text(filter.Search) is { } text)
        {
            var found = await FindAsync(db, text, ct);
            orders = orders.Where(o => found.Contains(o.OrderId));
        }

        if (after is not null)
            orders = orders.Where(o => o.PlacedAt < after.PlacedAt || (o.PlacedAt == after.PlacedAt && string.Compare(o.OrderId, after.OrderId) < 0));
        var page = await (
            from order in Newest(orders, filter.Statuses)
            join payment in db.Set<Payment>() on order.OrderId equals payment.OrderId into payments
            from payment in payments.DefaultIfEmpty()
            orderby order.PlacedAt descending, order.OrderId descending
            select new { order, Cip = payment == null ? null : payment.Cip }).ToListAsync(ct);
        var rows = page.Take(PageSize).Select(row => Row(row.order, row.Cip)).ToList();
        return new OrderPage(rows, page.Count > PageSize ? new OrderCursor(rows[^1].PlacedAt, rows[^1].OrderId) : null);
    }

    /// <summary>Counts the orders of each state, each to <see cref="CountLimit"/> at most.</summary>
    public async Task<Result<IReadOnlyList<OrderStatusCount>>> CountAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeOrders)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counts = new List<OrderStatusCount>();
        foreach (var status in Enum.GetValues<OrderStatus>())
            counts.Add(new(status, await db.Set<Order>().Where(o => o.Status == status).Take(CountLimit).CountAsync(ct)));
        return counts;
    }

    // Each state has its own stretch of an index, newest first; "any of these states" would sort all of their orders for one page.
    private static IQueryable<Order> Newest(IQueryable<Order> orders, IReadOnlyList<OrderStatus>? statuses)
    {
        if (statuses is not { Count: > 0 }) return Top(orders);
        var each = statuses.Distinct().Select(status => Top(orders.Where(o => o.Status == status))).ToList();
        return each.Count == 1 ? each[0] : Top(each.Aggregate((all, next) => all.Concat(next)));
    }

    private static IQueryable<Order> Top(IQueryable<Order> orders) =>
        orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.OrderId).Take(PageSize + 1);

    private static OrderRow Row(Order order, string? cip) =>
        new(order.OrderId, order.Status, order.StatusReason, order.Amount, order.PlacedAt, order.UpdatedAt, order.AccountId, order.SellerId, cip);

    private static IQueryable<Order> Where(IQueryable<Order> orders, OrderFilter filter)
    {
        if (filter.From is { } from) orders = orders.Where(o => o.PlacedAt >= from);
        if (filter.Until is { } until) orders = orders.Where(o => o.PlacedAt < until);
        if (filter.Currency is { } currency) orders = orders.Where(o => o.Currency == currency);
        if (filter.MinMinor is { } min) orders = orders.Where(o => o.AmountMinor >= min);
        if (filter.MaxMinor is { } max) orders = orders.Where(o => o.AmountMinor <= max);
        return orders;
    }

    // Whatever kind of thing was typed: each look-up is by an index.
    private static async Task<List<string>> FindAsync(PagoDb db, string text, CancellationToken ct)
    {
        var found = await db.Set<Order>().Where(o => o.OrderId == text).Select(o => o.OrderId).ToListAsync(ct);
        found.AddRange(await db.Set<Payment>().Where(p => p.Cip == text || p.PaymentId == text).Select(p => p.OrderId).ToListAsync(ct));
        foreach (var (kind, value) in Identifiers.Readings(text).Distinct())
        {
            var hash = OrderIdentifier.HashOf(kind, value);
            found.AddRange(await db.Set<OrderIdentifier>().Where(i => i.Kind == kind && i.ValueHash == hash)
                .OrderByDescending(i => i.PlacedAt).Take(MostFound).Select(i => i.OrderId).ToListAsync(ct));
        }

        return [.. found.Distinct()];
    }

    private static string? Text(string? search) => string.IsNullOrWhiteSpace(search) ? null : search.Trim();
}
