using AngleSharp.Dom;
using Bunit;
using PagoConsole.Accounts;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class AccountPageTests : PageTest
{
    private const string Account = "u/ana"; // an id may hold any character
    private const string Lima = "190.235.12.7";
    private const string Santiago = "200.1.123.9";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void The_search_begins_with_what_can_be_searched()
    {
        var page = Show<AccountsPage>(Role.Analyst, "/accounts");

        page.WaitForAssertion(() => Assert.Contains("Find an account", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Theory]
    [InlineData("+51 987 654 321", "phone")]
    [InlineData("ANA@example.pe", "e-mail")]
    [InlineData("45678912", "document")]
    [InlineData("fp-ana", "device")]
    [InlineData(Lima, "IP address")]
    [InlineData(Account, "account")]
    public async Task An_account_is_found_by_anything_that_identifies_it(string search, string kind)
    {
        await OrderOfAsync();

        var page = Show<AccountsPage>(Role.Finance, ConsoleUrls.Accounts(search));

        page.WaitForAssertion(() => Assert.Equal("/accounts/u/ana", page.Find("tbody td a").GetAttribute("href")), Patience);
        Assert.Contains(kind, page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_found_is_named()
    {
        var page = Show<AccountsPage>(Role.Analyst, ConsoleUrls.Accounts("nobody@example.pe"));

        page.WaitForAssertion(() => Assert.Contains("“nobody@example.pe”", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task The_account_shows_its_orders_logins_devices_links_and_lists()
    {
        var order = await OrderOfAsync();
        await OrderOfAsync("u-other");
        await LoginAsync(Lima, "fp-ana");
        await Get<AddToList>().RunAsync(ListEffect.Trust, ListedKind.Phone, "+51987654321", "Known for years", null, Analyst, Ct);

        var page = ShowAccount(Role.Auditor);

        page.WaitForAssertion(() => Assert.NotNull(page.Find($"a[href='/orders/{order.OrderId}']")), Patience);
        Assert.Contains("Awaiting payment", CardOf(page, "Orders"), StringComparison.Ordinal);
        Assert.Contains("Peru", CardOf(page, "Sign-ins"), StringComparison.Ordinal);
        Assert.Contains("fp-ana", CardOf(page, "Devices"), StringComparison.Ordinal);
        Assert.Contains("same phone, document", CardOf(page, "Linked accounts"), StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/accounts/u-other']"));
        Assert.Contains("Known for years", CardOf(page, "On lists"), StringComparison.Ordinal);
        Assert.Contains("Nothing about this account is flagged", CardOf(page, "Flags"), StringComparison.Ordinal);
        Assert.Contains("a•••@example.pe", CardOf(page, "Who"), StringComparison.Ordinal);
        Assert.DoesNotContain("+51987654321", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Lima, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() is "Unbind" or "Clear");
    }

    [Fact]
    public async Task A_flag_comes_by_itself_and_is_cleared_with_a_note()
    {
        await LoginAsync(Lima, "fp-ana");
        var page = ShowAccount(Role.Analyst);
        page.WaitForAssertion(() => Assert.Contains("Nothing about this account is flagged", page.Markup, StringComparison.Ordinal), Patience);

        Time.Advance(TimeSpan.FromDays(1));
        await LoginAsync(Santiago, "fp-ana");
        page.WaitForAssertion(() => Assert.Contains("Signed in from Chile, new to the account (1 known before)", CardOf(page, "Flags"), StringComparison.Ordinal), Patience);
        page.Press(() => Button(page, "Clear"));
        page.Act(() => page.Find("textarea"), element => element.Input("On holiday, confirmed by phone"));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Clear"));

        page.WaitForAssertion(() => Assert.Contains("Cleared by", CardOf(page, "Flags"), StringComparison.Ordinal), Patience);
        Assert.Contains("On holiday, confirmed by phone", CardOf(page, "Flags"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bound_device_is_taken_off_after_a_question()
    {
        var order = await OrderOfAsync();
        await SendAsync(Event("payment.paid", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        var page = ShowAccount(Role.Analyst);
        page.WaitForAssertion(() => Assert.Contains("Bound", CardOf(page, "Devices"), StringComparison.Ordinal), Patience);

        page.Press(() => Button(page, "Unbind"));
        page.WaitForAssertion(() => Assert.Contains("no longer counts as this account’s own", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll(".mud-dialog textarea"));
        Time.Advance(TimeSpan.FromSeconds(1));
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Unbind"));

        page.WaitForAssertion(() => Assert.Contains("Taken off", CardOf(page, "Devices"), StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void An_account_that_nobody_has_seen_is_missing()
    {
        var page = ShowAccount(Role.Analyst);

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["NotFound_Title"], page.Markup, StringComparison.Ordinal), Patience);
    }

    private IRenderedComponent<PageInFrame<AccountPage>> ShowAccount(Role role) => Show<AccountPage>(role, ConsoleUrls.Account(Account), ("AccountId", Account));

    private Task<OrderDocument> OrderOfAsync(string account = Account)
    {
        var order = NewOrder();
        return PlaceAsync(order with
        {
            Account = new OrderAccount(account, Time.GetUtcNow().AddDays(-300), "ana@example.pe", "+51987654321", "DNI", "45678912", "Ana Quispe"),
            Ip = Lima,
            Device = new OrderDevice("fp-ana", "Mozilla/5.0"),
        });
    }

    private async Task LoginAsync(string ip, string device)
    {
        var by = new Actor(ActorKind.ApiKey, "test", "test", new HashSet<Permission> { Permission.ApiEventsWrite });
        var recorded = await Get<RecordLogin>().RunAsync(new LoginContent(Account, ip, device, Time.GetUtcNow(), true), by, Ct);
        Assert.Null(recorded.Refusal);
    }

    private static IElement Button(IRenderedComponent<PageInFrame<AccountPage>> page, string word) =>
        page.FindAll("button").First(button => button.TextContent.Trim() == word);

    private static string CardOf(IRenderedComponent<PageInFrame<AccountPage>> page, string title) =>
        page.FindAll("section.card").Single(card => card.QuerySelector("h2")!.TextContent == title).TextContent;
}
