using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class RiskJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task An_analyst_reads_a_rule_and_goes_to_an_order_that_it_fired_for() => browser.VisitAsync(async visit =>
    {
        var held = PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount()));
        var rules = await RuleTable.OpenAsync(visit);
        await Assertions.Expect(rules.Rules).ToHaveCountAsync(20);

        await rules.SearchAsync("stolen identities");
        await Assertions.Expect(rules.Rules).ToHaveCountAsync(1);
        await rules.ReadAsync("New account, high value");
        await Assertions.Expect(rules.Panel).ToContainTextAsync("Account younger than 7 days");
        await visit.CheckAccessibilityAsync();
        await rules.Panel.GetByRole(AriaRole.Link, new() { Name = held }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByText("New account, high value").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Rules_can_be_read_on_a_phone() => browser.VisitAsync(
        async visit =>
        {
            await SignInForm.AsAsync(visit, "auditor", "/rules?action=Reject");

            await Assertions.Expect(visit.Page.GetByText("PagoEfectivo limit").First).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone);

    [Fact]
    public Task An_account_is_found_by_its_phone_with_its_orders_and_a_flag() => browser.VisitAsync(async visit =>
    {
        var content = OrderJson.New();
        var (account, phone) = (content.Text("account.id")!, content.Text("account.phone")!);
        await LoginAsync(account, OrderJson.Now.AddHours(-30), "190.235.12.7");
        await LoginAsync(account, OrderJson.Now.AddMinutes(-5), "200.1.123.9");
        var order = PagoClient.Id(await browser.Marketplace.PlacedAsync(content));
        var frame = await SignInForm.AsAsync(visit, "analyst");

        await frame.GoToAsync("Accounts");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync(phone);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = account, Exact = true }).ClickAsync();

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = order })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Signed in from Chile, new to the account")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).First.ClickAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("On holiday, confirmed by phone");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("On holiday, confirmed by phone")).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_palette_leads_to_the_account() => browser.VisitAsync(async visit =>
    {
        var content = OrderJson.New();
        await browser.Marketplace.PlacedAsync(content);
        var frame = await SignInForm.AsAsync(visit, "analyst");

        await visit.Page.Keyboard.PressAsync("Control+k");
        await frame.Palette.GetByRole(AriaRole.Combobox).FillAsync(content.Text("account.email")!);
        await frame.Palette.GetByRole(AriaRole.Option).Filter(new() { HasText = "Account ·" }).ClickAsync();

        await Assertions.Expect(frame.Title).ToHaveTextAsync($"Account {content.Text("account.id")}");
    });

    [Fact]
    public Task A_blocked_device_stops_the_next_order_until_it_is_taken_off() => browser.VisitAsync(async visit =>
    {
        var device = OrderJson.NewId("fp");
        var lists = await ListTable.OpenAsync(visit);

        await lists.AddAsync("Block", "Device", device, "Three chargebacks");
        await Assertions.Expect(lists.LineOf(device)).ToContainTextAsync("Three chargebacks");
        var rejected = await browser.Marketplace.PlacedAsync(From(device));
        Assert.Equal("Rejected", rejected.Text("status"));
        Assert.Equal(["list-match"], rejected.At("decision.hits")!.AsArray().Select(hit => hit!.Text("rule")));

        await lists.TakeOffAsync(device);
        Assert.Equal("AwaitingPayment", (await browser.Marketplace.PlacedAsync(From(device))).Text("status"));
    });

    [Fact]
    public Task An_analyst_reads_the_lists_but_does_not_change_them() => browser.VisitAsync(async visit =>
    {
        var lists = await ListTable.OpenAsync(visit, "analyst");

        await Assertions.Expect(lists.AddButton).ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_file_is_looked_at_put_on_the_lists_and_acts_on_the_next_order() => browser.VisitAsync(async visit =>
    {
        var device = OrderJson.NewId("fp");
        var lists = await ListTable.OpenAsync(visit);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Import" }).ClickAsync();

        await lists.ChooseFileAsync($"effect,kind,value,reason,expires_at\nBlock,Device,{device},Scripted orders,\nBan,Device,{device},x,\n");
        await Assertions.Expect(visit.Page.GetByText("1 line cannot be taken")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "effect is none of" })).ToContainTextAsync("3");
        await visit.CheckAccessibilityAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Put 1 entry on the lists" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByText("Done: 1 added")).ToBeVisibleAsync();

        var rejected = await browser.Marketplace.PlacedAsync(From(device));
        Assert.Equal("Rejected", rejected.Text("status"));
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Lists", Exact = true }).ClickAsync();
        await lists.LineOf(device).GetByRole(AriaRole.Link, new() { Name = "1 hit" }).ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link, new() { Name = PagoClient.Id(rejected) })).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
    });

    [Fact]
    public Task What_a_rule_did_is_seen_over_time_and_since_the_last_publish() => browser.VisitAsync(async visit =>
    {
        await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount());
        await RuleTable.OpenAsync(visit, "admin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Performance", Exact = true }).ClickAsync();

        await visit.Page.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link, new() { Name = "New account, high value" }).ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Complementary).GetByText("Hits by day")).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();

        await visit.Page.GotoAsync(new Uri(new Uri(visit.Page.Url), "/rules/watch").ToString());
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Sent to review" })).ToBeVisibleAsync();
        await visit.CheckAccessibilityAsync();
    });

    private static JsonObject From(string device) => OrderJson.New().With("device.fingerprint", device);

    private async Task LoginAsync(string account, DateTimeOffset at, string ip) => (await browser.Marketplace.LoginAsync(new JsonObject
    {
        ["accountId"] = account,
        ["ip"] = ip,
        ["deviceFingerprint"] = "fp-home",
        ["at"] = OrderJson.Instant(at),
        ["success"] = true,
    })).Expect(202);
}
