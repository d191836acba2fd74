using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments;

public sealed class OrderListTestsOnSqlite() : OrderListTests(StorageProvider.Sqlite);

public sealed class OrderListTestsOnPostgres() : OrderListTests(StorageProvider.Postgres);

/// <summary>The list of orders, page by page.</summary>
public abstract class OrderListTests(StorageProvider provider) : MoneyPath(provider)
{
    [Fact]
    public async Task Pages_of_several_states_follow_each_other_without_gap_or_repeat()
    {
        var wanted = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            var placed = await PlaceAsync(NewOrder(i % 3 == 0 ? 900m : 120m, accountDays: i % 3 == 0 ? 2 : 300));
            if (i % 3 == 1) await Get<CancelOrder>().RunAsync(placed.OrderId, null, Marketplace, "r", Ct);
            if (i % 3 != 2) wanted.Add(placed.OrderId);
            if (i % 2 == 0) Time.Advance(TimeSpan.FromSeconds(1)); // pairs that were placed at the same instant
        }

        var filter = new OrderFilter(Statuses: [OrderStatus.InReview, OrderStatus.Cancelled, OrderStatus.Cancelled]);
        var seen = new List<OrderRow>();
        OrderCursor? next = null;
        do
        {
            var page = (await Get<OrderList>().ReadAsync(filter, next, Analyst, Ct)).Value;
            Assert.InRange(page.Rows.Count, 1, OrderList.PageSize);
            seen.AddRange(page.Rows);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(wanted.Order(), seen.Select(r => r.OrderId).Order());
        Assert.Equal(seen.Select(r => r.PlacedAt).OrderDescending(), seen.Select(r => r.PlacedAt));
    }
}
