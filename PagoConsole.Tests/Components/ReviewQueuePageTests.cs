using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.People;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.ReviewQueue.Queue;

namespace PagoConsole.Tests.Components;

public sealed class ReviewQueuePageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_held_order_arrives_by_itself_and_says_why()
    {
        var page = Show<ReviewQueuePage>(Role.Lead, "/reviews");
        page.WaitForAssertion(() => Assert.Contains("Nothing waits", page.Markup, StringComparison.Ordinal));

        await HeldAsync();

        page.WaitForAssertion(() => Assert.Contains("New account", page.Find(".reason").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("Account 2 days old buys for S/ 1,200.00 (limit S/ 800.00 under 7 days)", page.Find(".reason").GetAttribute("title"));
        Assert.Contains("1 waits", page.Markup, StringComparison.Ordinal);
        Assert.Contains("S/ 1,200.00 at stake", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_urgent_stands_first_and_the_order_can_be_changed()
    {
        var older = await HeldAsync(900m);
        Time.Advance(TimeSpan.FromMinutes(5));
        var larger = await HeldAsync(2500m);

        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");
        page.WaitForAssertion(() => Assert.Equal([larger.OrderId, older.OrderId], Rows(page)));

        page.Act(() => page.Find(".order select"), element => element.Change("Oldest"));
        page.WaitForAssertion(() => Assert.Equal([older.OrderId, larger.OrderId], Rows(page)), Patience);
    }

    [Fact]
    public async Task What_sorts_before_others_waits_behind_a_bar()
    {
        var first = await HeldAsync(900m);
        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");
        page.WaitForAssertion(() => Assert.Single(Rows(page)));

        var urgent = await HeldAsync(2900m);

        page.WaitForAssertion(() => Assert.Contains("1 new", page.Find(".fresh").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal([first.OrderId], Rows(page));
        page.Press(() => page.Find(".fresh"));
        page.WaitForAssertion(() => Assert.Equal([urgent.OrderId, first.OrderId], Rows(page)), Patience);
    }

    [Fact]
    public async Task The_address_narrows_and_an_empty_filter_says_how_to_clear_it()
    {
        await HeldAsync(900m);
        var large = await HeldAsync(2500m);

        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews?from=1000");
        page.WaitForAssertion(() => Assert.Equal([large.OrderId], Rows(page)));

        Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/reviews?only=aml");
        page.WaitForAssertion(() => Assert.Contains("No case matches this filter", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("Clear the filter", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_case_is_shown_and_oneself_is_you()
    {
        var mine = await HeldAsync();
        var theirs = await HeldAsync();
        await Get<ClaimCase>().RunAsync(mine.OrderId, Person("Analyst"), Ct);
        await Get<ClaimCase>().RunAsync(theirs.OrderId, Person("Luz"), Ct);

        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");

        page.WaitForAssertion(() => Assert.Equal("you", Row(page, mine.OrderId).QuerySelector(".who")!.TextContent.Trim()));
        Assert.Contains("Luz", Row(page, theirs.OrderId).QuerySelector(".who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_kept_with_its_count_and_deleted_again()
    {
        await HeldAsync(900m);
        await HeldAsync(2500m);
        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews?from=1000");

        page.WaitForAssertion(() => Assert.Single(Rows(page)));
        page.Press(() => Button(page, "Save as view…"));
        page.Act(() => page.Find(".name input"), element => element.Input("Large ones"));
        page.Act(() => page.Find("form.name"), element => element.Submit());

        page.WaitForAssertion(() => Assert.Contains("Large ones", page.Find(".views nav").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("1", page.FindAll(".views nav a").Single(chip => chip.TextContent.Contains("Large ones", StringComparison.Ordinal)).QuerySelector(".count")!.TextContent);
        page.Press(() => Button(page, "Delete view “Large ones”"));
        page.WaitForAssertion(() => Assert.DoesNotContain("Large ones", page.Find(".views nav").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Many_are_rejected_after_a_preview()
    {
        var (one, two) = (await HeldAsync(), await HeldAsync());
        await Get<ClaimCase>().RunAsync(two.OrderId, Person("Luz"), Ct);
        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");
        page.WaitForAssertion(() => Assert.Equal(2, Rows(page).Count));

        page.Act(() => page.Find("thead input"), element => element.Click());
        page.Press(() => Button(page, "Reject…"));
        page.WaitForAssertion(() => Assert.Contains("1 order is rejected · S/ 1,200.00", page.Find(".preview").TextContent, StringComparison.Ordinal));
        Assert.Contains("1 is in somebody else’s hands", page.Find(".preview").TextContent, StringComparison.Ordinal);
        page.Press(() => Button(page, "Reject 1"));
        page.WaitForAssertion(() => Assert.Contains("Please choose a reason", page.Find(".fault").TextContent, StringComparison.Ordinal));
        page.Act(() => page.Find("#bulk-reason"), element => element.Change("many_accounts"));
        page.Press(() => Button(page, "Reject 1"));

        page.WaitForAssertion(() => Assert.Contains("1 rejected · 1 not done", page.Find(".run").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains(two.OrderId, page.Find(".run ul").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(one.OrderId, page.Find(".run ul").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_finds_the_run_again()
    {
        var held = await HeldAsync();
        var started = Get<DecideMany>().Start([held.OrderId], Verdict.Reject("other"), Person("Analyst"));
        await started.Value.Completion;

        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");

        page.WaitForAssertion(() => Assert.Contains("1 rejected", page.Find(".run").TextContent, StringComparison.Ordinal), Patience);
        page.Press(() => page.FindAll(".run button").Single(button => button.TextContent.Trim() == "Close"));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".run")), Patience);
    }

    [Fact]
    public async Task What_ends_soon_is_warned_of()
    {
        await HeldAsync();
        Time.Advance(TimeSpan.FromMinutes(690));

        var page = Show<ReviewQueuePage>(Role.Analyst, "/reviews");

        page.WaitForAssertion(() => Assert.Contains("1 case ends within 30 min", page.Find(".ending").TextContent, StringComparison.Ordinal));
        Assert.Equal("/reviews?only=ending", page.Find("a.ending").GetAttribute("href"));
        Assert.Equal("last", page.Find(".hold").GetAttribute("data-level"));
    }

    [Fact]
    public async Task An_auditor_looks_and_decides_nothing()
    {
        await HeldAsync();

        var page = Show<ReviewQueuePage>(Role.Auditor, "/reviews");

        page.WaitForAssertion(() => Assert.Single(Rows(page)));
        Assert.Empty(page.FindAll("tbody input"));
        Assert.Empty(page.FindAll("[data-key=n]"));
    }

    [Fact]
    public void Finance_has_no_review_queue()
    {
        var page = Show<ReviewQueuePage>(Role.Finance, "/reviews");

        page.WaitForAssertion(() => Assert.Contains("Your role does not include this page", page.Markup, StringComparison.Ordinal));
    }

    private static List<string?> Rows(IRenderedComponent<PageInFrame<ReviewQueuePage>> page) => [.. page.FindAll("[data-row]").Select(row => row.GetAttribute("data-row"))];

    private static IElement Row(IRenderedComponent<PageInFrame<ReviewQueuePage>> page, string orderId) =>
        page.FindAll("[data-row]").Single(row => row.GetAttribute("data-row") == orderId);

    private static IElement Button(IRenderedComponent<PageInFrame<ReviewQueuePage>> page, string word) =>
        page.FindAll("button").Single(button => button.TextContent.Trim().StartsWith(word, StringComparison.Ordinal));
}
