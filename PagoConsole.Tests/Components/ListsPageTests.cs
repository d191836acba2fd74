using Bunit;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class ListsPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Without_entries_it_says_what_lists_are_for()
    {
        var page = Show<ListsPage>(Role.Analyst, "/rules/lists");

        page.WaitForAssertion(() => Assert.Contains("The lists are empty", page.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("Add to list", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Admin)]
    public async Task Entries_stand_masked_with_reason_owner_and_end(Role role)
    {
        await AddAsync(ListEffect.Block, ListedKind.Phone, "987654321");

        var page = Show<ListsPage>(role, "/rules/lists");

        page.WaitForAssertion(() => Assert.Contains("•••321", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        foreach (var word in new[] { "Block", "Phone", "Chargeback", "analyst", "no end" })
            Assert.Contains(word, page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("+51987654321", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?effect=Block", 1)]
    [InlineData("?kind=Device", 1)]
    [InlineData("?q=fp-77ab", 1)]
    [InlineData("?q=fp-77", 1)]
    [InlineData("?q=hargeb", 2)]
    [InlineData("?q=nalys&kind=Phone", 1)]
    [InlineData("?q=100%25", 0)]
    [InlineData("?owner=analyst", 2)]
    [InlineData("?owner=somebody", 0)]
    [InlineData("?ends=week", 0)]
    [InlineData("?effect=Nope&kind=99", 2)]
    public async Task The_address_says_which_entries_are_shown(string query, int rows)
    {
        await AddAsync(ListEffect.Block, ListedKind.Phone, "987654321");
        await AddAsync(ListEffect.Trust, ListedKind.Device, "fp-77ab");

        var page = Show<ListsPage>(Role.Analyst, $"/rules/lists{query}");

        page.WaitForAssertion(() => Assert.Contains($"{rows} entr", page.Find("header.head").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(rows, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task Adding_says_what_is_wrong_and_then_shows_the_entry()
    {
        var page = Show<ListsPage>(Role.Admin, "/rules/lists");
        page.WaitForAssertion(() => Button(page, "Add to list"), Patience);
        page.Press(() => Button(page, "Add to list"));
        page.Act(() => page.Find("#add-kind"), element => element.Change(nameof(ListedKind.IpRange)));
        page.Act(() => page.Find("#add-value"), element => element.Input("not an address"));
        page.Act(() => page.Find("#add-reason"), element => element.Input("Scripted orders"));

        Confirm(page);
        page.WaitForAssertion(() => Assert.Contains("190.235.0.0/16", page.Find("#add-fault").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#add-value"), element => element.Input("190.235.12.7/24"));
        page.Act(() => page.Find("#add-reason"), element => element.Input(""));
        Confirm(page);
        page.WaitForAssertion(() => Assert.Contains("Please say why", page.Find("#add-fault").TextContent, StringComparison.Ordinal), Patience);
        page.Act(() => page.Find("#add-reason"), element => element.Input("Scripted orders"));
        Confirm(page);

        page.WaitForAssertion(() => Assert.Contains("190.235.12.0/24", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task An_end_is_shown_as_the_last_day_that_it_holds()
    {
        var end = Core.Foundation.Lima.StartOf(new DateOnly(2027, 1, 1));
        await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Device, "fp-77ab", "Chargeback", end, Analyst, Ct);

        var page = Show<ListsPage>(Role.Analyst, "/rules/lists");

        page.WaitForAssertion(() => Assert.Contains($"to the end of {new DateOnly(2026, 12, 31):d}", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Taking_off_asks_first()
    {
        await AddAsync(ListEffect.Block, ListedKind.Device, "fp-77ab");
        var page = Show<ListsPage>(Role.Admin, "/rules/lists");
        page.WaitForAssertion(() => Button(page, "Take off"), Patience);

        page.Press(() => Button(page, "Take off"));
        page.WaitForAssertion(() => Assert.Contains("fp-77ab", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal), Patience);
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Take off"));

        page.WaitForAssertion(() => Assert.Contains("The lists are empty", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task What_was_taken_off_stays_as_history()
    {
        await AddAsync(ListEffect.Block, ListedKind.Device, "fp-77ab");
        var entry = Assert.Single((await Get<ListBook>().ReadAsync(new ListFilter(), null, Analyst, Ct)).Value.Rows).Entry;
        await Get<RemoveFromList>().RunAsync(entry.EntryId, Analyst, Ct);

        var page = Show<ListsPage>(Role.Auditor, "/rules/lists?ended=1");

        page.WaitForAssertion(() => Assert.Contains("taken off by analyst", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_blocked_device_stops_the_next_order()
    {
        await AddAsync(ListEffect.Block, ListedKind.Device, "fp-77ab");

        var order = await PlaceAsync(NewOrder() with { Device = new OrderDevice("fp-77ab", null) });

        Assert.Equal(OrderStatus.Rejected, order.Status);
    }

    [Fact]
    public void Who_may_not_see_rules_is_told_so()
    {
        var page = Show<ListsPage>(Role.Finance, "/rules/lists");

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["Forbidden_Title"], page.Markup, StringComparison.Ordinal), Patience);
    }

    private async Task AddAsync(ListEffect effect, ListedKind kind, string value)
    {
        var added = await Get<AddToList>().RunAsync(effect, kind, value, "Chargeback", null, Analyst, Ct);
        Assert.Null(added.Refusal);
    }

    private static void Confirm(IRenderedComponent<PageInFrame<ListsPage>> page) =>
        page.Press(() => page.FindAll(".mud-dialog button").Single(button => button.TextContent.Trim() == "Add to list"));

    private static AngleSharp.Dom.IElement Button<TPage>(IRenderedComponent<PageInFrame<TPage>> page, string word)
        where TPage : IComponent => page.FindAll("button").First(button => button.TextContent.Trim() == word);
}
