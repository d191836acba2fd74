using Microsoft.Playwright;
using PagoConsole.Tests.Browser.Pages;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class TeamJourneys(ConsoleBrowser browser)
{
    [Fact]
    public Task A_lead_sees_how_the_team_does_and_a_new_case_by_itself() => browser.VisitAsync(async visit =>
    {
        await HeldAsync();
        var frame = await SignInForm.AsAsync(visit, "lead");
        await frame.GoToAsync("Team");
        await Assertions.Expect(frame.Title).ToHaveTextAsync("Team");
        var team = new TeamBoardPage(visit.Page);
        await Assertions.Expect(team.Chart).ToBeVisibleAsync();
        var before = await team.FigureAsync("Open");

        await HeldAsync();

        await Eventually.BecomesAsync("the new case is counted", () => team.FigureAsync("Open"), open => open > before);
        await Assertions.Expect(team.Table("By person")).ToBeVisibleAsync();
        await Assertions.Expect(frame.Rail.Locator("[aria-current=page]")).ToHaveTextAsync("Team");
    });

    [Fact]
    public Task The_period_is_in_the_address_and_the_table_behind_the_chart() => browser.VisitAsync(async visit =>
    {
        await HeldAsync();
        var team = await TeamBoardPage.OpenAsync(visit);

        await team.ChooseAsync("7 days");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("period=Days7"));
        await team.Chart.GetByText("Show as a table").ClickAsync();

        await Assertions.Expect(team.Chart.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Eventually.BecomesAsync("each hour of seven days has a row", () => team.Chart.GetByRole(AriaRole.Row).CountAsync(), rows => rows > 6 * 24);
    });

    [Fact]
    public Task An_analyst_has_no_link_and_by_address_a_forbidden_page() => browser.VisitAsync(async visit =>
    {
        var frame = await SignInForm.AsAsync(visit, "analyst");
        await Assertions.Expect(frame.Rail.GetByRole(AriaRole.Link, new() { NameRegex = new("^Review queue") })).ToBeVisibleAsync();
        await Assertions.Expect(frame.Rail.GetByText("Team", new() { Exact = true })).ToHaveCountAsync(0);

        await visit.Page.GotoAsync("/reviews/team");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Your role does not include this page" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".tile")).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task It_can_be_read_on_a_phone(bool dark) => browser.VisitAsync(
        async visit =>
        {
            await HeldAsync();
            var team = await TeamBoardPage.OpenAsync(visit, "auditor", "?period=Hours24");

            await Assertions.Expect(team.Chart).ToBeVisibleAsync();
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        },
        VisitSetup.Phone with { Dark = dark });

    private async Task<string> HeldAsync() => PagoClient.Id(await browser.Marketplace.PlacedAsync(OrderJson.OfNewAccount()));
}
