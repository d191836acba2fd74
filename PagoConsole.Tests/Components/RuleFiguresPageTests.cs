using System.Globalization;
using Bunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Counting;
using PagoConsole.Core.Storage;
using PagoConsole.Rules.Performance;
using PagoConsole.Rules.Watch;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class RuleFiguresPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_first_version_has_nothing_to_be_compared_with()
    {
        var page = Show<WatchPage>(Role.Analyst, "/rules/watch");

        page.WaitForAssertion(() => Assert.Contains("too few orders yet", page.Find("section.head").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Version 1", page.Find("header.head").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Before: version", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_outside_its_band_says_so_with_chart_table_and_the_version_before()
    {
        await DaysAsync();

        var page = Show<WatchPage>(Role.Admin, "/rules/watch");

        page.WaitForAssertion(() => Assert.Contains("has left its band", page.Find("section.head").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("Before: version 1", page.Find("section.head").TextContent, StringComparison.Ordinal);
        var held = page.FindAll("section.card").Single(card => card.QuerySelector("h2")!.TextContent == "Sent to review");
        Assert.Contains(0.5.ToString("P1", CultureInfo.CurrentCulture), held.TextContent, StringComparison.Ordinal);
        Assert.Contains($"before {0.1.ToString("P1", CultureInfo.CurrentCulture)}", held.TextContent, StringComparison.Ordinal);
        Assert.Equal(15, held.QuerySelectorAll("details tbody tr").Length);
        Assert.NotNull(held.QuerySelector("svg.lines path.band"));
        Assert.NotEqual("", held.QuerySelector("svg.lines path.after")!.GetAttribute("d"));
    }

    [Theory]
    [InlineData("?version=1", "replaced by version 2")]
    [InlineData("?version=nonsense", "has left its band")]
    public async Task The_address_says_which_version(string query, string words)
    {
        await DaysAsync();

        var page = Show<WatchPage>(Role.Auditor, $"/rules/watch{query}");

        page.WaitForAssertion(() => Assert.Contains(words, page.Find("section.head").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void A_version_that_there_is_not_is_not_found()
    {
        var page = Show<WatchPage>(Role.Auditor, "/rules/watch?version=77");

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["NotFound_Title"], page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Without_orders_the_performance_says_what_will_be_there()
    {
        var page = Show<PerformancePage>(Role.Analyst, "/rules/performance");

        page.WaitForAssertion(() => Assert.Contains("No order was assessed in these days", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Rules_stand_with_what_they_did_and_open_beside_the_table()
    {
        var order = await HeldAsync();
        await SettleDownAsync();

        var page = Show<PerformancePage>(Role.Analyst, "/rules/performance?days=7&open=new-account-high-value");

        page.WaitForAssertion(() => Assert.NotNull(page.Find("aside.panel").QuerySelector($"a[href='/orders/{order.OrderId}']")), Patience);
        var row = page.FindAll("table.work tbody tr").Single(line => line.QuerySelector("a")!.TextContent == "New account, high value");
        Assert.Contains("S/", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(4, page.FindAll("aside figure").Count);
        Assert.Equal(7, page.FindAll("aside figure")[0].QuerySelectorAll("details tbody tr").Length);
        Assert.Contains("1 order assessed", page.Find("header.head").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/rules/performance?days=90&open=new-account-high-value']"));
    }

    [Fact]
    public void Who_may_not_see_rules_is_told_so_by_the_watch()
    {
        var page = Show<WatchPage>(Role.Finance, "/rules/watch");

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["Forbidden_Title"], page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Who_may_not_see_rules_is_told_so_by_the_performance()
    {
        var page = Show<PerformancePage>(Role.Finance, "/rules/performance");

        page.WaitForAssertion(() => Assert.Contains(Context.Text<SharedText>()["Forbidden_Title"], page.Markup, StringComparison.Ordinal), Patience);
    }

    /// <summary>Fourteen days with one of ten orders held, then a version that holds every second one.</summary>
    private Task DaysAsync() => Get<Writes>().DoAsync(
        tx =>
        {
            var publish = Lima.StartOf(Lima.DayOf(tx.Now)).AddHours(1);
            for (var day = 1; day <= 14; day++) Add(publish.AddDays(-day), 1, 90, 10);
            Add(publish, 2, 100, 100);
            tx.Db.Add(new RuleSetRow { Version = 2, Json = RuleSet.Default.ToJson(), CreatedBy = "person:admin", CreatedAt = publish, Comment = "Lower" });
            return Task.CompletedTask;

            void Add(DateTimeOffset hour, int version, int approved, int held)
            {
                tx.Db.Add(new JudgedHour { Hour = hour, Version = version, What = Judgement.Approved, Orders = approved, Minor = 0 });
                tx.Db.Add(new JudgedHour { Hour = hour, Version = version, What = Judgement.Held, Orders = held, Minor = 0 });
            }
        },
        Ct);
}
