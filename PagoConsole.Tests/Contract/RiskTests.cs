using System.Globalization;
using System.Text.Json.Nodes;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Contract;

/// <summary>What the rules decide, as the marketplace sees it.</summary>
[Collection(ContractCollection.Name)]
public sealed class RiskTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    [Fact]
    public async Task An_ordinary_order_has_no_hits()
    {
        var placed = await marketplace.PlacedAsync();

        Assert.Equal((0, 0), (placed.At("decision.score")!.GetValue<int>(), placed.At("decision.hits")!.AsArray().Count));
    }

    [Fact]
    public async Task A_hit_tells_rule_mode_action_score_and_what_it_saw()
    {
        var placed = await marketplace.PlacedAsync(OrderJson.New().With("items.0.category", "Electronics"));

        Assert.Equal(("AwaitingPayment", "10"), (placed.Text("status"), placed.Text("decision.score")));
        Assert.Equal(
            """[{"rule":"category-risk","mode":"Enforce","action":"Score","score":10,"observed":"electronics","threshold":"electronics, appliances, fashion-luxury"}]""",
            placed.At("decision.hits")!.ToJsonString());
    }

    [Theory]
    [InlineData("crypto")]
    [InlineData("gift-cards-resale")]
    [InlineData("b2b-bulk")]
    public async Task A_restricted_category_is_rejected(string category)
    {
        var placed = await marketplace.PlacedAsync(OrderJson.New().With("items.0.category", category));

        Assert.Equal(("Rejected", "Reject"), (placed.Text("status"), placed.Text("decision.outcome")));
        Assert.Null(placed.At("payment"));
        Assert.Equal(("Reject", category), (Hit(placed, "restricted-category").Text("action"), Hit(placed, "restricted-category").Text("observed")));
    }

    [Fact]
    public async Task The_sixth_order_from_one_address_scores_thirty()
    {
        var address = OrderJson.New().Text("ip");
        var account = OrderJson.New().At("account");
        JsonNode placed = null!;
        for (var i = 1; i <= 6; i++)
        {
            placed = await marketplace.PlacedAsync(OrderJson.New().With("ip", address).With("account", account));
            Assert.Equal(i == 6, HasHit(placed, "ip-velocity"));
        }

        Assert.Equal(("AwaitingPayment", "30"), (placed.Text("status"), placed.Text("decision.score")));
        var hit = Hit(placed, "ip-velocity");
        Assert.Equal(("6 orders from the address in 10 min", "more than 5 in 10 min"), (hit.Text("observed"), hit.Text("threshold")));
    }

    [Fact]
    public async Task Points_of_several_rules_together_ask_a_person()
    {
        var abroad = OrderJson.New().With("ip", "8.8.8.8").With("items.0.category", "appliances");

        var placed = await marketplace.PlacedAsync(abroad);

        Assert.Equal(("InReview", "Review", "50"), (placed.Text("status"), placed.Text("decision.outcome"), placed.Text("decision.score")));
        Assert.Equal(["geo-mismatch", "category-risk"], placed.At("decision.hits")!.AsArray().Select(hit => hit.Text("rule")));
    }

    [Fact]
    public async Task A_third_account_on_one_device_waits_for_a_person()
    {
        var device = OrderJson.New().At("device");
        var statuses = new List<string?>();
        for (var i = 0; i < 3; i++) statuses.Add((await marketplace.PlacedAsync(OrderJson.New().With("device", device))).Text("status"));

        Assert.Equal(["AwaitingPayment", "AwaitingPayment", "InReview"], statuses);
    }

    [Fact]
    public async Task A_login_from_a_new_country_shortly_before_the_order_waits_for_a_person()
    {
        var order = OrderJson.New();
        await LoginAsync(order, order.Text("ip")!, TimeSpan.FromDays(3));
        await LoginAsync(order, "8.8.8.8", TimeSpan.FromHours(1));

        var placed = await marketplace.PlacedAsync(order);

        Assert.Equal("InReview", placed.Text("status"));
        Assert.Equal("NewCountry", Hit(placed, "remote-login").Text("observed"));
    }

    [Fact]
    public async Task Who_lets_vouchers_expire_gets_two_hours_for_the_next()
    {
        var account = OrderJson.New().At("account");
        for (var i = 0; i < 4; i++)
        {
            var order = await marketplace.PayableAsync(OrderJson.New().With("account", account));
            await contract.Sandbox.ExpireAsync(PagoClient.PaymentId(order));
            await marketplace.UntilAsync(PagoClient.Id(order), "Expired");
        }

        var before = OrderJson.Now;
        var placed = await marketplace.PayableAsync(OrderJson.New().With("account", account));

        var expires = DateTimeOffset.Parse(placed.Text("payment.expiresAt")!, CultureInfo.InvariantCulture);
        Assert.InRange(expires, before.AddHours(2).AddSeconds(-2), OrderJson.Now.AddHours(2).AddSeconds(2));
        Assert.Equal("4 of the last 4 vouchers of the account expired unpaid", Hit(placed, "voucher-hoarding").Text("observed"));
        Assert.Equal("20", placed.Text("decision.score"));
    }

    private async Task LoginAsync(JsonObject order, string ip, TimeSpan ago) => (await marketplace.LoginAsync(new JsonObject
    {
        ["accountId"] = order.Text("account.id"),
        ["ip"] = ip,
        ["deviceFingerprint"] = order.Text("device.fingerprint"),
        ["at"] = OrderJson.Instant(OrderJson.Now - ago),
        ["success"] = true,
    })).Expect(202);

    private static bool HasHit(JsonNode placed, string rule) => placed.At("decision.hits")!.AsArray().Any(hit => hit.Text("rule") == rule);

    private static JsonNode Hit(JsonNode placed, string rule) => Assert.Single(placed.At("decision.hits")!.AsArray(), hit => hit.Text("rule") == rule)!;
}
