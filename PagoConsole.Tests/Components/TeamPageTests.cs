using Bunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Team;
using PagoConsole.Core.Storage;
using PagoConsole.Layout;
using PagoConsole.Team;
using PagoConsole.Tests.Review;

namespace PagoConsole.Tests.Components;

public sealed class TeamPageTests : PageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public void Without_cases_it_says_so()
    {
        var page = Show<TeamPage>(Role.Lead, "/reviews/team");

        page.WaitForAssertion(() => Assert.Contains("Nothing to count yet", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".tile"));
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Admin)]
    public async Task Who_may_not_see_the_team_sees_no_figure_and_nobody_s_name(Role role)
    {
        await DecideAsync(Verdict.Approve(), Reviewer.Ana);

        var page = Show<TeamPage>(role, "/reviews/team");

        page.WaitForAssertion(() => Assert.Contains("Your role does not include this page", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("ana", page.FindAll(".person").Select(person => person.TextContent.Trim()));
        Assert.Empty(page.FindAll(".tile"));
    }

    [Theory]
    [InlineData(Role.Lead)]
    [InlineData(Role.Auditor)]
    public async Task Each_figure_is_told_and_leads_to_its_rows(Role role)
    {
        await HeldAsync();
        await DecideAsync(Verdict.Approve("known_buyer"), Reviewer.Ana);
        await DecideAsync(Verdict.Reject("stolen_identity"), Reviewer.Beto);

        var page = Show<TeamPage>(role, "/reviews/team");

        page.WaitForAssertion(() => Assert.Equal("1", Tile(page, "Open")));
        Assert.Equal(("2", "2", TeamWords.ShareOf(0.5), "0"), (Tile(page, "Decided today"), Tile(page, "Decided"), Tile(page, "Approved"), Tile(page, "By the clock")));
        Assert.Equal(["ana", "beto"], page.FindAll("#people .name").Select(name => name.TextContent).Order());
        Assert.Equal("New account, high value", page.Find("#rules tbody a").TextContent);
        Assert.Equal(2, page.FindAll("#reasons tbody tr").Count);
        Assert.Contains(page.FindAll("a.tile"), tile => tile.GetAttribute("href") == "/reviews");
        Assert.Contains(page.FindAll("a.tile"), tile => tile.GetAttribute("href")!.EndsWith("#overturned", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_overturned_decision_leads_to_its_order()
    {
        var orderId = await DecideAsync(Verdict.Approve(), Reviewer.Ana);
        await Get<Writes>().DoAsync(async tx => tx.SayLabel((await tx.LockAsync<Order>(orderId, Ct))!, true, LabelSource.Dispute, "dispute", "key:test"), Ct);

        var page = Show<TeamPage>(Role.Lead, "/reviews/team");

        page.WaitForAssertion(() => Assert.Equal("1", Tile(page, "Overturned")));
        Assert.Equal($"/orders/{orderId}", page.Find("#overturned tbody a").GetAttribute("href"));
        Assert.Contains("Fraud", page.Find("#overturned tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_follows_what_happens()
    {
        await HeldAsync();
        var page = Show<TeamPage>(Role.Lead, "/reviews/team");
        page.WaitForAssertion(() => Assert.Equal("0", Tile(page, "Decided")));

        await DecideAsync(Verdict.Approve(), Reviewer.Ana);

        page.WaitForAssertion(() => Assert.Equal("1", Tile(page, "Decided")), Patience);
    }

    [Fact]
    public async Task The_chart_has_its_figures_as_a_table_behind_it()
    {
        await HeldAsync();

        var today = Show<TeamPage>(Role.Lead, "/reviews/team");
        today.WaitForAssertion(() => Assert.Equal(13, today.FindAll("details tbody tr").Count)); // midnight to noon in Lima
        Assert.Equal("1", today.Find("details tbody tr td:nth-child(2)").TextContent);
        Assert.Equal(2, today.FindAll("figcaption .key").Count);
    }

    [Fact]
    public async Task The_period_is_in_the_address()
    {
        await HeldAsync();

        var day = Show<TeamPage>(Role.Lead, "/reviews/team?period=Hours24");
        day.WaitForAssertion(() => Assert.Equal(24, day.FindAll("details tbody tr").Count));
        Assert.Equal("Last 24 hours", day.Find(".filter.active").TextContent.Trim());
    }

    [Fact]
    public void Lines_step_from_hour_to_hour_up_to_a_round_number()
    {
        var start = Time.GetUtcNow();
        var chart = Context.Render<HourChart>(c => c.Add(h => h.Hours, [new TeamHour(start, 0, 4), new TeamHour(start.AddHours(1), 3, 0)]));

        Assert.Equal("M0 160H12V40H24", chart.Find(".lines .held").GetAttribute("d"));
        Assert.Equal("M0 0H12V160H24", chart.Find(".lines .decided").GetAttribute("d"));
        Assert.Equal(["4", "2", "0"], chart.FindAll(".scale span").Select(span => span.TextContent));
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(119, "119 s")]
    [InlineData(120, "2 min")]
    [InlineData(5399, "89 min")]
    [InlineData(5400, "1 h 30 min")]
    [InlineData(90_000, "25 h 0 min")]
    public void Times_are_short(int? seconds, string words) =>
        Assert.Equal(words, Context.Text<TeamText>().TimeOf(seconds is { } known ? TimeSpan.FromSeconds(known) : null));

    [Theory]
    [InlineData(Role.Lead, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Admin, false)]
    public void The_rail_leads_there_for_who_may(Role role, bool shown)
    {
        var rail = Show<Rail>(role, "/reviews/team");

        rail.WaitForAssertion(() => Assert.NotEmpty(rail.FindAll("a.place")));
        Assert.Equal(shown, rail.FindAll("a.place").Any(link => link.GetAttribute("href") == "/reviews/team"));
    }

    [Theory]
    [InlineData("/reviews/team", "/reviews/team")]
    [InlineData("/reviews/team?period=Days7", "/reviews/team")]
    [InlineData("/reviews", "/reviews")]
    [InlineData("/reviews/MP-1", "/reviews")]
    public void One_place_of_the_rail_is_the_active_one(string path, string active)
    {
        var rail = Show<Rail>(Role.Lead, path);

        rail.WaitForAssertion(() => Assert.Equal(active, Assert.Single(rail.FindAll("a.place.active")).GetAttribute("href")));
    }

    private static string Tile(IRenderedComponent<PageInFrame<TeamPage>> page, string label) =>
        page.FindAll(".tile").Single(tile => tile.QuerySelector(".label")!.TextContent == label).QuerySelector(".value")!.TextContent;

    private async Task<string> DecideAsync(Verdict verdict, Actor by)
    {
        var held = await HeldAsync();
        Assert.True((await Get<DecideCase>().RunAsync(held.OrderId, verdict, by, Ct)).Done);
        return held.OrderId;
    }
}
