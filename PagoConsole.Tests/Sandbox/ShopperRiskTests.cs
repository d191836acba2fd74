using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Storage;
using PagoConsole.Sandbox.Shoppers;
using PagoConsole.Tests.Risk;

namespace PagoConsole.Tests.Sandbox;

/// <summary>What the default rules make of the demo's traffic: mostly sales, some work for analysts, few rejections.</summary>
public sealed class ShopperRiskTests() : RiskPath(StorageProvider.Sqlite)
{
    private const long Seed = 2026;

    [Fact]
    public async Task Most_demo_orders_are_sold_some_wait_for_a_person_and_few_are_rejected()
    {
        var seen = new List<(OrderStatus Status, IReadOnlyList<string> Hits)>();
        for (var number = 1; number <= 3 * Personas.BlockSize; number++)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            seen.Add(await BuyAsync(number));
        }

        var shares = seen.CountBy(order => order.Status).ToDictionary(pair => pair.Key, pair => pair.Value * 100 / seen.Count);
        var hits = seen.SelectMany(order => order.Hits).CountBy(rule => rule).ToDictionary();
        var told = $"{string.Join(", ", shares)}; {string.Join(", ", hits)}";
        Assert.True(shares[OrderStatus.AwaitingPayment] is >= 65 and <= 88, told);
        Assert.True(shares[OrderStatus.InReview] is >= 8 and <= 25, told);
        Assert.True(shares[OrderStatus.Rejected] is >= 2 and <= 12, told);
        string[] rules =
        [
            "payment-limit", "new-account-high-value", "ip-velocity", "ip-many-accounts", "device-many-accounts", "linked-accounts", "geo-mismatch",
            "remote-login", "voucher-hoarding", "category-risk", "contact-integrity", "restricted-category",
        ];
        Assert.True(rules.All(hits.ContainsKey), told);
    }

    [Fact]
    public async Task Who_starts_the_demo_sees_orders_sold_one_held_and_one_rejected()
    {
        var seen = new List<OrderStatus>();
        for (var number = 1; number <= 8; number++) seen.Add((await BuyAsync(number)).Status);

        Assert.Equal((OrderStatus.InReview, OrderStatus.Rejected), (seen[4], seen[6]));
        Assert.All([0, 1, 2, 3], i => Assert.Equal(OrderStatus.AwaitingPayment, seen[i]));
    }

    [Fact]
    public void A_whole_day_of_traffic_is_no_more_than_people_order()
    {
        var orders = Enumerable.Range(1, 24 * 60 * new ShopperSettings().OrdersPerMinute).Select(number => OrderWriter.Write(Seed, number, Now));
        var many = orders.CountBy(order => order.Account.Id).Count(account => account.Value > 10);

        Assert.InRange(many, 0, 40);
    }

    [Fact]
    public void Networks_lie_where_they_should()
    {
        var places = Get<PlaceFinder>();

        Assert.All(Peru.Networks, network => Assert.Equal("PE", places.CountryOf($"{network.First}.{network.Second}.77.7")));
        Assert.Equal(["CL", "ES", "US"], Peru.NetworksAbroad.Select(network => places.CountryOf($"{network.First}.{network.Second}.77.7")));
    }

    private async Task<(OrderStatus Status, IReadOnlyList<string> Hits)> BuyAsync(long number)
    {
        foreach (var login in OrderWriter.Logins(Seed, number, Now))
            await LoginAsync(login.AccountId, login.At, login.Ip, login.DeviceFingerprint, login.Success);
        var order = Content(OrderWriter.Write(Seed, number, Now));
        var placed = await PlaceAsync(order);
        var hits = (await AssessmentAsync(order.OrderId)).ReadRules().Where(rule => rule.Result == RuleResult.Hit).Select(rule => rule.Rule).Distinct().ToList();
        if (placed.Status != OrderStatus.AwaitingPayment) return (placed.Status, hits);
        var end = ShopperScript.For(Seed, number).Steps.Select(step => step.Kind).FirstOrDefault(kind => kind is StepKind.Pay or StepKind.Expire);
        if (end == StepKind.Pay) await MoveAsync(order.OrderId, OrderStatus.Paid);
        if (end == StepKind.Expire) await MoveAsync(order.OrderId, OrderStatus.Expired);
        return (placed.Status, hits);
    }

    private static OrderContent Content(OrderBody order) => new()
    {
        OrderId = order.OrderId,
        Amount = Money.Of(order.Amount, new Currency(order.Currency)),
        PlacedAt = order.PlacedAt,
        ReturnUrl = order.ReturnUrl,
        Account = new(
            order.Account.Id, order.Account.CreatedAt, order.Account.Email, order.Account.Phone, order.Account.DocumentType,
            order.Account.DocumentNumber, order.Account.FullName),
        ShippingAddress = new(
            order.ShippingAddress.Line1, order.ShippingAddress.Line2, order.ShippingAddress.District, order.ShippingAddress.Province,
            order.ShippingAddress.Region, order.ShippingAddress.Country, order.ShippingAddress.PostalCode),
        Ip = order.Ip,
        Device = new(order.Device.Fingerprint, order.Device.UserAgent),
        Seller = new(order.Seller.Id, order.Seller.Ruc),
        Items = [.. order.Items.Select(item => new Core.Orders.OrderItem(item.Sku, item.Title, item.Category, item.Quantity, (long)(item.UnitPrice * 100)))],
        Invoice = new(order.Invoice.Type, order.Invoice.Ruc, order.Invoice.BusinessName),
    };
}
