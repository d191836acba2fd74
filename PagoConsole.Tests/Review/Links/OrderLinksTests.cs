using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Links;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Risk;

namespace PagoConsole.Tests.Review.Links;

/// <summary>Who is found around an account, by what, and where the walk ends.</summary>
public abstract class OrderLinksTests(StorageProvider provider) : RiskPath(provider)
{
    private const string Phone = "+51987654321";
    private const string Document = "45678912";

    [Fact]
    public async Task An_account_that_shares_nothing_stands_alone()
    {
        var order = await PlaceAsync(NewOrder().Of("u-me"));

        var graph = await GraphAsync(order.OrderId);

        var me = Assert.Single(graph.Accounts);
        Assert.Equal(("u-me", true, 1), (me.AccountId, me.Own, me.Orders));
        Assert.Empty(graph.Identifiers);
        Assert.Empty(graph.Links);
        Assert.False(graph.Cut);
        Assert.All(graph.Shared, shared => Assert.Equal(0, shared.OtherAccounts));
        Assert.Equal([IdentifierKind.Document, IdentifierKind.Phone, IdentifierKind.Email, IdentifierKind.Ip], graph.Shared.Select(shared => shared.Kind));
    }

    [Fact]
    public async Task Whoever_uses_the_orders_phone_is_tied_by_it()
    {
        await PlaceAsync(NewOrder().Of("u-other").Phone("987 654 321"));
        var order = await PlaceAsync(NewOrder().Of("u-me").Phone(Phone));

        var graph = await GraphAsync(order.OrderId);

        Assert.Equal(["u-me", "u-other"], graph.Accounts.Select(account => account.AccountId));
        var tie = Assert.Single(graph.Identifiers);
        Assert.Equal((IdentifierKind.Phone, "•••321", true), (tie.Kind, tie.Label, tie.OfOrder));
        Assert.Equal(["u-me", "u-other"], graph.Links.Where(link => link.IdentifierId == tie.Id).Select(link => link.AccountId));
        Assert.Equal(new SharedIdentifier(IdentifierKind.Phone, "•••321", 1, false), graph.Shared.Single(shared => shared.Kind == IdentifierKind.Phone));
    }

    [Fact]
    public async Task What_the_account_used_before_ties_too()
    {
        await PlaceAsync(NewOrder().Of("u-other").Document(Document));
        await PlaceAsync(NewOrder().Of("u-me").Document(Document));
        var order = await PlaceAsync(NewOrder().Of("u-me"));

        var tie = Assert.Single((await GraphAsync(order.OrderId)).Identifiers);

        Assert.Equal((IdentifierKind.Document, "DNI •••912", false), (tie.Kind, tie.Label, tie.OfOrder));
    }

    [Fact]
    public async Task It_goes_one_ring_further_and_ends_there()
    {
        await PlaceAsync(NewOrder().Of("u-third").On("fp-23").To("Av. Arequipa 1234"));
        await PlaceAsync(NewOrder().Of("u-second").On("fp-23").Document(Document));
        await PlaceAsync(NewOrder().Of("u-first").Document(Document).Phone(Phone));
        var order = await PlaceAsync(NewOrder().Of("u-me").Phone(Phone));

        var graph = await GraphAsync(order.OrderId);

        Assert.Equal(["u-me", "u-first", "u-second"], graph.Accounts.Select(account => account.AccountId));
        Assert.Equal([IdentifierKind.Phone, IdentifierKind.Document], graph.Identifiers.Select(tie => tie.Kind));
    }

    [Fact]
    public async Task An_ip_address_ties_but_does_not_lead_on()
    {
        await PlaceAsync(NewOrder().Of("u-far").From("190.235.200.2"));
        await PlaceAsync(NewOrder().Of("u-near").From("190.235.200.2"));
        await PlaceAsync(NewOrder().Of("u-near").From("190.235.200.1"));
        var order = await PlaceAsync(NewOrder().Of("u-me").From("190.235.200.1"));

        var graph = await GraphAsync(order.OrderId);

        Assert.Equal(["u-me", "u-near"], graph.Accounts.Select(account => account.AccountId));
        Assert.Equal("190.235.•.•", Assert.Single(graph.Identifiers).Label);
    }

    [Fact]
    public async Task Each_account_comes_with_its_fates_and_flags()
    {
        var paid = NewOrder().Of("u-other").Phone(Phone);
        await EndAsync(paid, OrderStatus.Paid);
        var bad = await EndAsync(NewOrder(1200m, accountDays: 2).Of("u-other").Phone(Phone), OrderStatus.Rejected);
        await SayFraudAsync(bad);
        await LoginAsync("u-other", Now, device: "fp-1");
        Time.Advance(TimeSpan.FromHours(1));
        await LoginAsync("u-other", Now, device: "fp-2");
        var order = await PlaceAsync(NewOrder().Of("u-me").Phone(Phone));

        var other = (await GraphAsync(order.OrderId)).Accounts[1];

        Assert.Equal(new GraphAccount("u-other", false, 2, 1, 1, 1, 1), other);
    }

    [Fact]
    public async Task Links_of_more_than_a_year_ago_are_none()
    {
        await PlaceAsync(NewOrder().Of("u-old").Phone(Phone).At(Now.AddDays(-365)));
        await PlaceAsync(NewOrder().Of("u-new").Phone(Phone).At(Now.AddDays(-364)));
        var order = await PlaceAsync(NewOrder().Of("u-me").Phone(Phone).At(Now));

        Assert.Equal(["u-me", "u-new"], (await GraphAsync(order.OrderId)).Accounts.Select(account => account.AccountId));
    }

    [Fact]
    public async Task The_strongest_links_are_shown_where_there_are_too_many()
    {
        for (var n = 0; n < LinkBounds.Accounts + 5; n++) await PlaceAsync(NewOrder().Of($"u-{n:00}-ip").From("190.235.200.1"));
        await PlaceAsync(NewOrder().Of("u-zz-strong").Document(Document));
        var order = await PlaceAsync(NewOrder().Of("u-me").From("190.235.200.1").Document(Document));

        var graph = await GraphAsync(order.OrderId);

        Assert.True(graph.Cut);
        Assert.Equal(LinkBounds.Accounts, graph.Accounts.Count);
        Assert.Equal("u-zz-strong", graph.Accounts[1].AccountId);
        Assert.Equal(LinkBounds.Accounts + 5, graph.Shared.Single(shared => shared.Kind == IdentifierKind.Ip).OtherAccounts);
    }

    [Fact]
    public async Task Nothing_personal_is_shown_unmasked()
    {
        await PlaceAsync(Personal("u-other"));
        var order = await PlaceAsync(Personal("u-me"));

        var graph = await GraphAsync(order.OrderId);

        Assert.Equal(
            ["DNI •••912", "•••-ana", "•••321", "a•••@example.pe", "•••, Lince", "190.235.•.•"],
            graph.Identifiers.OrderBy(tie => LinkBounds.Kinds.ToList().IndexOf(tie.Kind)).Select(tie => tie.Label));
        Assert.Equal(6, graph.Shared.Count(shared => shared.OtherAccounts == 1));
    }

    [Fact]
    public async Task Only_who_may_see_reviews_sees_it()
    {
        var order = await PlaceAsync(NewOrder());
        var finance = new Actor(ActorKind.Person, "f", "f", new HashSet<Permission> { Permission.SeeOrders });

        Assert.Equal(RefusalCode.NotAllowed, (await Get<OrderLinks>().ReadAsync(order.OrderId, finance, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<OrderLinks>().ReadAsync("none", Analyst, Ct)).Refusal!.Code);
    }

    private OrderContent Personal(string account) =>
        NewOrder().Of(account).Phone(Phone).Document(Document).Email("ana@example.pe").On("fp-ana").To("Av. Arequipa 1234").From("190.235.200.1");

    private async Task<LinkGraph> GraphAsync(string orderId) => (await Get<OrderLinks>().ReadAsync(orderId, Analyst, Ct)).Value;

    private Task SayFraudAsync(string orderId) => Get<Writes>().DoAsync(
        async tx => tx.SayLabel((await tx.LockAsync<Order>(orderId, Ct))!, true, LabelSource.Told, "test", "test"), Ct);
}

public sealed class OrderLinksTestsOnSqlite() : OrderLinksTests(StorageProvider.Sqlite);

public sealed class OrderLinksTestsOnPostgres() : OrderLinksTests(StorageProvider.Postgres);
