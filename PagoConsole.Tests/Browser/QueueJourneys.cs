using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

/// <summary>Each journey has a seller of its own, so that it sees only its own cases.</summary>
[Collection(BrowserCollection.Name)]
public sealed class QueueJourneys(ConsoleBrowser browser)
{
    private readonly string seller = OrderJson.NewId("seller");

    [Fact]
    public Task New_cases_do_not_move_what_one_reads() => browser.VisitAsync(
        async visit =>
        {
            var known = await HeldAsync(1500m);
            var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}");
            await queue.ShowsAsync(known);

            var less = await HeldAsync(850m);
            await Assertions.Expect(queue.RowOf(less)).ToBeVisibleAsync();
            var more = await HeldAsync(2900m);
            await Assertions.Expect(queue.NewBar).ToHaveTextAsync("1 new · show");
            await queue.ShowsAsync(known, less);

            await queue.NewBar.ClickAsync();
            await Assertions.Expect(queue.RowOf(more)).ToBeVisibleAsync();
            await queue.ShowsAsync(more, known, less);
        },
        new VisitSetup(Dark: true));

    [Fact]
    public Task The_clocks_tick_by_themselves() => browser.VisitAsync(async visit =>
    {
        var held = await HeldAsync();
        var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}");
        var clock = queue.RowOf(held).Locator("[data-since]");

        var seen = await clock.TextContentAsync();
        await Assertions.Expect(clock).Not.ToHaveTextAsync(seen!);
        await Assertions.Expect(queue.RowOf(held).Locator("[data-left]")).ToHaveTextAsync(new Regex("11 h 59 min"));
    });

    [Fact]
    public Task A_filter_is_kept_as_a_view_with_its_count() => browser.VisitAsync(async visit =>
    {
        var small = await HeldAsync(900m);
        var large = await HeldAsync(2500m);
        var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}&from=2000");
        await queue.ShowsAsync(large);

        await queue.SaveViewAsync($"Large {seller}");
        await Assertions.Expect(queue.View($"Large {seller}")).ToContainTextAsync("1");

        await visit.Page.GotoAsync($"/reviews?seller={seller}");
        await Assertions.Expect(queue.RowOf(small)).ToBeVisibleAsync();
        await HeldAsync(2700m);
        await Assertions.Expect(queue.View($"Large {seller}")).ToContainTextAsync("2");
        await queue.View($"Large {seller}").ClickAsync();
        await Assertions.Expect(queue.RowOf(small)).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("from=2000"));
        await queue.PressAsync($"Delete view “Large {seller}”");
        await Assertions.Expect(queue.View($"Large {seller}")).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Five_hundred_are_rejected_at_once_and_the_page_may_be_left() => browser.VisitAsync(async visit =>
    {
        const int many = 500;
        await Parallel.ForEachAsync(Enumerable.Range(0, many), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (_, _) => await HeldAsync());
        var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}");
        await Assertions.Expect(queue.Rows).ToHaveCountAsync(100);

        await queue.SelectShownAsync();
        await queue.SelectAllAsync(many);
        await queue.PressAsync("Reject…");
        await Assertions.Expect(queue.Dialog).ToContainTextAsync($"{many} orders are rejected · S/ 649,950.00");
        await queue.Dialog.GetByLabel("Reason").SelectOptionAsync("linked_to_fraud");
        await queue.Dialog.GetByRole(AriaRole.Button, new() { Name = $"Reject {many}" }).ClickAsync();
        await Assertions.Expect(queue.Run.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();

        await visit.Page.GotoAsync("/orders");
        await visit.Page.GotoAsync($"/reviews?seller={seller}");
        await Assertions.Expect(queue.Run).ToContainTextAsync($"{many} rejected", new() { Timeout = 60_000 });
        await Assertions.Expect(queue.Rows).ToHaveCountAsync(0, new() { Timeout = 60_000 });
    });

    [Fact]
    public Task A_selection_is_taken_back() => browser.VisitAsync(async visit =>
    {
        var held = await HeldAsync();
        var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}");
        await queue.SelectShownAsync();
        await queue.PressAsync("Approve…");
        await queue.Dialog.GetByRole(AriaRole.Button, new() { Name = "Approve 1" }).ClickAsync();

        await queue.PressAsync("Take back 1");

        await Assertions.Expect(queue.Run).ToContainTextAsync("1 of 1 taken back");
        await Assertions.Expect(queue.RowOf(held)).Not.ToContainTextAsync("you"); // for anybody to take
        Assert.Equal("InReview", await browser.Marketplace.StatusAsync(held));
    });

    [Fact]
    public Task The_keys_walk_select_and_open() => browser.VisitAsync(async visit =>
    {
        var first = await HeldAsync(2500m);
        var second = await HeldAsync(1500m);
        var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}");
        await queue.ShowsAsync(first, second);
        var keys = visit.Page.Keyboard;

        await keys.PressAsync("j");
        await Assertions.Expect(queue.RowOf(first)).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(queue.RowOf(second)).ToBeFocusedAsync();
        await keys.PressAsync("x");
        await Assertions.Expect(visit.Page.GetByText("1 selected")).ToBeVisibleAsync();

        await HeldAsync(1200m);
        await Assertions.Expect(queue.Rows).ToHaveCountAsync(3);
        await Assertions.Expect(queue.RowOf(second)).ToBeFocusedAsync();

        await keys.PressAsync("?");
        await Assertions.Expect(queue.Dialog).ToContainTextAsync("Most urgent case");
        await keys.PressAsync("k");
        await keys.PressAsync("Escape");
        await Assertions.Expect(queue.Dialog).ToHaveCountAsync(0);

        await keys.PressAsync("/");
        await keys.TypeAsync("1");
        await Assertions.Expect(queue.Focused).ToHaveCountAsync(0);
        await keys.PressAsync("Tab");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Review queue" }).ClickAsync();
        await keys.PressAsync("k");
        await Assertions.Expect(queue.RowOf(first)).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex($"/reviews/{first}[?]seller="));
        await visit.Page.GoBackAsync();
        await Assertions.Expect(queue.RowOf(first)).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_phone_shows_cards() => browser.VisitAsync(
        async visit =>
        {
            var held = await HeldAsync();
            var queue = await QueueTable.OpenAsync(visit, $"?seller={seller}");

            await Assertions.Expect(queue.RowOf(held)).ToContainTextAsync("New account");
            await Assertions.Expect(queue.RowOf(held).Locator("[data-left]")).ToBeVisibleAsync();
            Assert.False(await queue.OverflowsAsync());
            await queue.RowOf(held).GetByRole(AriaRole.Checkbox).ClickAsync();
            await queue.PressAsync("Reject…");
            await Assertions.Expect(queue.Dialog).ToContainTextAsync("1 order is rejected");
            Assert.False(await queue.OverflowsAsync());
        },
        VisitSetup.Phone);

    private async Task<string> HeldAsync(decimal amount = 1299.90m) =>
        PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount(amount).With("seller.id", seller)));
}
