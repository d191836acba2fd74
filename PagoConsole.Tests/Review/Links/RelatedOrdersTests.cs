using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Links;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Risk;

namespace PagoConsole.Tests.Review.Links;

public abstract class RelatedOrdersTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Phone = "+51987654321";

    [Fact]
    public async Task Each_comes_once_with_all_that_it_shares_and_its_fate()
    {
        var paid = await EndAsync(NewOrder(90m).Of("u-me").On("fp-1"), OrderStatus.Paid);
        Time.Advance(TimeSpan.FromMinutes(1));
        var rejected = await EndAsync(NewOrder(1200m, accountDays: 2).Of("u-other").Phone(Phone).On("fp-1"), OrderStatus.Rejected);
        await PlaceAsync(NewOrder().Of("u-stranger"));
        Time.Advance(TimeSpan.FromMinutes(1));
        var order = await PlaceAsync(NewOrder().Of("u-me").Phone(Phone).On("fp-1"));

        var related = await ReadAsync(order.OrderId);

        Assert.Equal([rejected, paid], related.Orders.Select(o => o.OrderId));
        Assert.Equal([IdentifierKind.Device, IdentifierKind.Phone], related.Orders[0].Shared);
        Assert.Equal([IdentifierKind.Account, IdentifierKind.Device], related.Orders[1].Shared);
        Assert.Equal((OrderStatus.Rejected, Money.Of(1200m, Currency.Pen), "u-other"), (related.Orders[0].Status, related.Orders[0].Amount, related.Orders[0].AccountId));
        Assert.Equal(OrderStatus.Paid, related.Orders[1].Status);
        Assert.Equal(
            [(IdentifierKind.Account, 1), (IdentifierKind.Document, 0), (IdentifierKind.Device, 2), (IdentifierKind.Phone, 1), (IdentifierKind.Email, 0), (IdentifierKind.Ip, 0)],
            related.Kinds.Select(kind => (kind.Kind, kind.Count)));
        Assert.False(related.More);
    }

    [Fact]
    public async Task A_seller_relates_nobody()
    {
        await PlaceAsync(NewOrder().SoldBy("s-1"));
        var order = await PlaceAsync(NewOrder().SoldBy("s-1"));

        Assert.Empty((await ReadAsync(order.OrderId)).Orders);
    }

    [Fact]
    public async Task Of_many_the_latest_are_listed_and_that_there_are_more_is_said()
    {
        var first = await PlaceAsync(NewOrder().Of("u-me"));
        for (var n = 0; n < LinkBounds.RelatedEach; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await PlaceAsync(NewOrder().Of("u-me"));
        }

        Time.Advance(TimeSpan.FromSeconds(1));
        var order = await PlaceAsync(NewOrder().Of("u-me"));
        var related = await ReadAsync(order.OrderId);

        Assert.True(related.More);
        Assert.Equal(new RelatedCount(IdentifierKind.Account, LinkBounds.RelatedEach, true), related.Kinds[0]);
        Assert.Equal(LinkBounds.RelatedEach, related.Orders.Count);
        Assert.DoesNotContain(related.Orders, o => o.OrderId == first.OrderId || o.OrderId == order.OrderId);
    }

    [Fact]
    public async Task Who_sees_neither_orders_nor_reviews_does_not_see_them()
    {
        var order = await PlaceAsync(NewOrder());
        var nobody = new Actor(ActorKind.Person, "n", "n", new HashSet<Permission> { Permission.ManageJobs });
        var finance = new Actor(ActorKind.Person, "f", "f", new HashSet<Permission> { Permission.SeeOrders });

        Assert.Equal(RefusalCode.NotAllowed, (await Get<RelatedOrders>().ReadAsync(order.OrderId, nobody, Ct)).Refusal!.Code);
        Assert.True((await Get<RelatedOrders>().ReadAsync(order.OrderId, finance, Ct)).Done);
        Assert.Equal(RefusalCode.NotFound, (await Get<RelatedOrders>().ReadAsync("none", Analyst, Ct)).Refusal!.Code);
    }

    private async Task<RelatedOrderList> ReadAsync(string orderId) => (await Get<RelatedOrders>().ReadAsync(orderId, Analyst, Ct)).Value;
}

public sealed class RelatedOrdersTestsOnSqlite() : RelatedOrdersTests(StorageProvider.Sqlite);

public sealed class RelatedOrdersTestsOnPostgres() : RelatedOrdersTests(StorageProvider.Postgres);
