using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class RulesPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void Every_rule_stands_with_its_meaning_its_settings_and_its_tiers()
    {
        var page = Show<RulesPage>(Role.Analyst, "/rules");

        page.WaitForAssertion(() => Assert.Equal(RuleSet.Default.Rules.Count, page.FindAll("tbody tr").Count), Patience);
        Assert.Equal(RuleSet.Default.Rules.Select(rule => rule.Rule).Distinct().Count(), page.FindAll("tbody").Count);
        var velocity = RowsOf(page, "ip-velocity");
        Assert.Equal(2, velocity.QuerySelectorAll("tr").Length);
        Assert.Contains("More orders than 5", Plain(velocity), StringComparison.Ordinal);
        Assert.Contains("In 10 minutes", Plain(velocity), StringComparison.Ordinal);
        Assert.Contains("In 60 minutes", Plain(velocity), StringComparison.Ordinal);
        Assert.Contains("Version 1", page.Find("dl.set").TextContent, StringComparison.Ordinal);
        Assert.Contains("50 points", page.Find("dl.set").TextContent, StringComparison.Ordinal);
        Assert.Contains("3.75 soles a dollar", page.Find("dl.set").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hits_are_counted_and_an_unknown_precision_says_why()
    {
        await HeldAsync();

        var page = Show<RulesPage>(Role.Auditor, "/rules");

        page.WaitForAssertion(() => Assert.Equal(["1", "1"], RowsOf(page, "new-account-high-value").QuerySelectorAll("td.num").Take(2).Select(cell => cell.TextContent.Trim())), Patience);
        Assert.Contains("None of its hits is labelled yet", RowsOf(page, "new-account-high-value").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mode=Off", 1)]
    [InlineData("action=Reject", 3)]
    [InlineData("q=device", 3)]
    [InlineData("mode=nonsense&action=7", 20)]
    public void The_address_says_which_rules_are_shown(string query, int least)
    {
        var page = Show<RulesPage>(Role.Analyst, $"/rules?{query}");

        page.WaitForAssertion(() => Assert.True(page.FindAll("tbody").Count >= least), Patience);
        if (!query.Contains("nonsense", StringComparison.Ordinal)) Assert.True(page.FindAll("tbody").Count < 20);
    }

    [Fact]
    public void Filters_that_leave_nothing_say_so()
    {
        var page = Show<RulesPage>(Role.Analyst, "/rules?q=xyzzy");

        page.WaitForAssertion(() => Assert.Contains("No rule fits", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("/rules", page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_detail_shows_figures_chart_table_and_the_orders_behind_them()
    {
        var held = await HeldAsync();

        var page = Show<RulesPage>(Role.Analyst, "/rules?open=new-account-high-value");

        page.WaitForAssertion(() => Assert.NotNull(page.Find("aside.panel").QuerySelector($"a[href='/orders/{held.OrderId}']")), Patience);
        var panel = page.Find("aside.panel");
        Assert.Contains("stolen identities", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal(30, panel.QuerySelectorAll("details tbody tr").Length);
        Assert.Single(panel.QuerySelectorAll("figure rect"));
        Assert.Contains("Rule set 1", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrows_walk_the_rules_and_escape_closes()
    {
        var page = Show<RulesPage>(Role.Analyst, "/rules?open=payment-limit");
        page.WaitForAssertion(() => page.Find("aside.panel"), Patience);

        page.Act(() => page.Find("aside [data-key=arrowdown]"), element => element.Click());
        Assert.EndsWith("open=new-account-high-value", Address, StringComparison.Ordinal);
        page.Act(() => page.Find("aside [data-key=escape]"), element => element.Click());

        Assert.EndsWith("/rules", Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_see_rules_is_told_so()
    {
        var page = Show<RulesPage>(Role.Finance, "/rules");

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["Forbidden_Title"], page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("table"));
    }

    private string Address => Context.Services.GetRequiredService<NavigationManager>().Uri;

    private static IElement RowsOf(IRenderedComponent<PageInFrame<RulesPage>> page, string rule) =>
        page.FindAll("tbody").Single(body => body.QuerySelector("a")!.GetAttribute("href")!.EndsWith($"open={rule}", StringComparison.Ordinal));

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
